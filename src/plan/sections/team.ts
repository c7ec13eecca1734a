import type { Table, TableRow } from 'mdast';
import { fieldsOf } from '../document/fields.ts';
import { everySection, type Section } from '../document/outline.ts';
import { placeOf } from '../document/source.ts';
import { isBlock, plain } from '../document/text.ts';
import { present } from '../present.ts';
import type { Plan, Role } from '../types.ts';
import { announces, keyFor } from '../vocabulary/recognise.ts';

type Column = 'title' | 'person' | 'contact' | 'responsibilities';
const usual: Column[] = ['title', 'person', 'contact', 'responsibilities'];

/** The columns by their headings; where none says `role`, by the usual order. */
function columnsOf(header: TableRow): (Column | undefined)[] {
  const named = header.children.map(cell =>
    keyFor(plain(cell), vocabulary => vocabulary.roleColumns),
  );
  return named.includes('title') ? named : usual;
}

function readRow(row: TableRow, columns: (Column | undefined)[]): Role {
  const cell = (column: Column) => {
    const found = row.children[columns.indexOf(column)];
    return (found && plain(found)) || undefined;
  };
  const [person, contact, responsibilities] = [
    cell('person'),
    cell('contact'),
    cell('responsibilities'),
  ];
  return {
    ...placeOf(row),
    title: cell('title') ?? '',
    ...present({ person, contact, responsibilities }),
  };
}

function readTable(table: Table): Role[] {
  const [header, ...rows] = table.children;
  if (!header) return [];
  const columns = columnsOf(header);
  return rows.map(row => readRow(row, columns)).filter(role => role.title !== '');
}

/** The team: roles from tables (columns by their headings), and who is to be available when. */
export function readTeam(section: Section | undefined): Pick<Plan, 'roles' | 'availability'> {
  const sections = section ? everySection(section) : [];
  const tables = sections.flatMap(part => part.blocks).filter(isBlock('table'));
  const available = sections.filter(part => announces(part.title, words => words.availability));
  return {
    roles: (tables as Table[]).flatMap(readTable),
    availability: available
      .flatMap(fieldsOf)
      .map(({ label, value }) => ({ title: label, text: value })),
  };
}

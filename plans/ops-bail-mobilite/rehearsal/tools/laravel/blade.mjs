/** The part of the Blade language that the application's pages use. */

/**
 * @typedef {{ text: string } | { echo: string } | { asset: string } | { each: string, as: string, body: Node[] }} Node
 * @typedef {{ data: Record<string, unknown>, config: Record<string, Record<string, string>>, asset: (source: string) => string }} Scope
 */

const TOKEN = /\{\{ (.+?) \}\}|@vite\('([^']+)'\)|@foreach \(\$(\w+) as \$(\w+)\)|(@endforeach)/g;

/** @param {string} source @returns {Node[]} */
export function compileView(source) {
  /** @type {Node[][]} */
  const open = [[]];
  const add = node => open.at(-1)?.push(node);
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    add({ text: source.slice(end, match.index) });
    end = match.index + match[0].length;
    const [, echo, asset, each, as, endforeach] = match;
    if (echo) add({ echo });
    if (asset) add({ asset });
    if (endforeach) open.pop();
    if (!each || !as) continue;
    const body = [];
    add({ each, as, body });
    open.push(body);
  }
  add({ text: source.slice(end) });
  return open[0] ?? [];
}

/** @param {Node[]} nodes @param {Scope} scope @returns {string} */
export function renderView(nodes, scope) {
  return nodes.map(node => renderNode(node, scope)).join('');
}

/** @param {Node} node @param {Scope} scope @returns {string} */
function renderNode(node, scope) {
  if ('text' in node) return node.text;
  if ('asset' in node) return scope.asset(node.asset);
  if ('echo' in node) return escapeHtml(evaluate(node.echo, scope));
  const rows = /** @type {unknown[]} */ (variable(node.each, scope));
  return rows
    .map(row => renderView(node.body, { ...scope, data: { ...scope.data, [node.as]: row } }))
    .join('');
}

/** `$name`, `$row->field` or `config('file.key')`. @param {string} expression @param {Scope} scope */
function evaluate(expression, scope) {
  const [, file = '', key = ''] = expression.match(/^config\('(\w+)\.(\w+)'\)$/) ?? [];
  if (file) return scope.config[file]?.[key];
  const [name = '', field] = expression.replace(/^\$/, '').split('->');
  const value = variable(name, scope);
  return field ? /** @type {Record<string, unknown>} */ (value)[field] : value;
}

/** @param {string} name @param {Scope} scope */
function variable(name, scope) {
  if (!(name in scope.data)) throw new Error(`Undefined variable: ${name}`);
  return scope.data[name];
}

/** @param {string | number | null | undefined} value */
function escapeHtml(value) {
  return String(value ?? '').replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}

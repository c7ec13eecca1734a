/** On paper: black on white whatever the scheme, what matters unfolded, outputs short. */
export const print = `
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --card: #f6f6f4; --ink: #000; --soft: #4a4f55; --hair: #cfccc4; --edge: #7d8186;
    --accent: #1d4f63; --good: #1c6b41; --warning: #855300; --bad: #a31d1d; --active: #1f569e;
    --good-bar: #4d9a72; --warning-bar: #d29a3a; --bad-bar: #c94b43; --active-bar: #5b8fd0; --muted-bar: #b3b6ba; --hand-bar: #8aa0b4;
    --window: #efebdf; --add: #e3f1e6; --remove: #fae5e2;
    --commands: #34657a; --people: #b5813a; --deciding: #8a5a8f; --waiting: #c9c5ba; --away: #edeae2;
  }
  html { font-size: 9.5pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, footer { display: block; max-width: none; padding: 0; }
  main > section, main > header { margin-bottom: 1.6rem; }
  nav, .skip, .filter, .controls, .live, .plays { display: none !important; }
  h2, h3, h4, summary, caption, .legend { break-after: avoid; }
  .head, .figures, .legend, .card, .fact, .chart, .bar-row, tr, .short li, .sides > div { break-inside: avoid; }
  .card { break-inside: auto; } .card > h3 { break-after: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; } .wide table { min-width: 0; overflow-wrap: anywhere; } .wide tbody th { min-width: 0; overflow-wrap: anywhere; }
  .gantt { min-width: 0; } .gantt.swatch { width: 28px; }
  details.printed::details-content { content-visibility: visible; display: block; block-size: auto; height: auto; }
  details.printed > summary { list-style: none; font-weight: 600; }
  #lines .lazy { content-visibility: visible; }
  .figures-all { grid-template-columns: 1fr 1fr; }
  .on-paper { display: block; color: var(--soft); font-size: .85rem; }
  details[open] + .on-paper { display: none; }
  .ready .screen { height: auto; }
  .output pre:not(.script) { max-height: 60mm; overflow: hidden; }
  a { color: inherit; text-decoration: none; }
  p { orphans: 3; widows: 3; }
}
`;

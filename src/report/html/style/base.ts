/** Colours, type, and the small things. Each text colour has 4.5:1 on its ground, in both schemes. */
export const base = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #f5f3ee; --ink: #1c2024; --soft: #5a6068; --hair: #d9d5cb; --edge: #8b8f94;
  --accent: #1d4f63; --good: #1c6b41; --warning: #855300; --bad: #a31d1d; --active: #1f569e;
  --good-bar: #4d9a72; --warning-bar: #d29a3a; --bad-bar: #c94b43; --active-bar: #5b8fd0; --muted-bar: #b3b6ba; --hand-bar: #8aa0b4;
  --window: #f1ecdf; --add: #e3f1e6; --remove: #fae5e2;
  --commands: #34657a; --people: #b5813a; --deciding: #8a5a8f; --waiting: #c9c5ba; --away: #edeae2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --card: #1d2125; --ink: #e6e5e1; --soft: #a5abb2; --hair: #343a40; --edge: #7c848c;
    --accent: #8cc5dc; --good: #7fcb9e; --warning: #e6b566; --bad: #f2938a; --active: #8db8f2;
    --good-bar: #3f8a63; --warning-bar: #b07f2b; --bad-bar: #c2544b; --active-bar: #4a7cbd; --muted-bar: #5c636a; --hand-bar: #5f7488;
    --window: #2f2b21; --add: #17301f; --remove: #3a1d1c;
    --commands: #5a9ab3; --people: #c99752; --deciding: #a577ab; --waiting: #5b5a55; --away: #25282b;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre, figure { margin: 0; padding: 0; }
h1, h2 { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif; font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 4.5vw, 2.5rem); letter-spacing: -.01em; }
h2 { font-size: 1.5rem; margin-bottom: 1rem; }
h2 small { display: block; margin-top: .25rem; font: .9rem/1.4 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
h3 { font-size: 1.05rem; line-height: 1.4; }
h4, .label { font-size: .8rem; color: var(--soft); margin: .9rem 0 .3rem; text-transform: uppercase; letter-spacing: .05em; font-weight: 700; }
ul, ol { list-style: none; }
a { color: var(--accent); text-underline-offset: .15em; }
small { font-size: .85em; color: var(--soft); font-weight: 400; }
code, pre, span.step { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .85em; }
pre { font-size: .82rem; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; background: var(--card); border-left: 3px solid var(--hair); padding: .6rem .8rem; margin: .4rem 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
time, data, td, .stamp { font-variant-numeric: tabular-nums; }
.sr, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 2; }
.badge { font-size: .85rem; font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); } .active { color: var(--active); }
.badge.muted, .badge.normal { color: var(--soft); }
span.step { font-size: .9em; color: var(--soft); }
.hint { color: var(--soft); font-size: .9rem; }
.said { font-style: italic; }
.said, .typed { white-space: pre-line; }
.note { display: block; color: var(--soft); font-size: .9rem; white-space: pre-line; }
.lead { font-weight: 600; }
.lead::first-letter { text-transform: uppercase; }
.on-paper { display: none; }
button, select, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 4px; padding: .25rem .6rem; accent-color: var(--accent); max-width: 100%; }
button { cursor: pointer; }
button:hover { background: var(--card); }
`;

/** The page: one calm column, its contents beside it where there is room. */
export const layout = `
main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.25rem 1rem; }
main > section, main > header { margin-bottom: 2.5rem; min-width: 0; }
main > section { border-top: 1px solid var(--hair); padding-top: 1.5rem; }
nav { margin-bottom: 2rem; font-size: .9rem; }
nav h2 { font: inherit; color: var(--soft); margin-bottom: .3rem; }
nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav small { font-variant-numeric: tabular-nums; }
nav button { margin-top: .8rem; font-size: .85rem; }
@media (min-width: 68rem) {
  main { max-width: 84rem; display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); column-gap: 3rem; padding-inline: 2.5rem; }
  main > * { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / 100; position: sticky; top: 2.5rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
  nav ol { display: block; }
  nav li { padding: .16rem 0; }
}
.kicker { font-size: .8rem; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); margin-bottom: .5rem; }
.where { margin-top: .6rem; color: var(--soft); }
.environment { font-weight: 600; color: var(--ink); border: 1px solid var(--edge); border-radius: 3px; padding: .05rem .45rem; }
.environment.protected { background: var(--bad); border-color: var(--bad); color: var(--paper); }
.outcome { font-size: 1.3rem; font-weight: 600; margin-top: 1.5rem; }
.why { margin-top: .4rem; padding-left: 1.35rem; }
.why li { list-style: disc; padding-left: .2rem; }
.figures { margin-top: 1.6rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1.3rem 1.5rem; border-block: 1px solid var(--hair); padding: 1.3rem 0; margin-bottom: 1rem; }
.figures > div { display: grid; grid-row: span 2; grid-template-rows: subgrid; row-gap: 0; }
.figures dt { align-self: end; font-size: .85rem; color: var(--soft); line-height: 1.3; margin-bottom: .2rem; }
.figures data { display: block; font-size: 1.7rem; line-height: 1.15; font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif; }
.figures .bad data { color: var(--bad); }
.figures small { display: block; line-height: 1.3; min-height: 1.3em; margin-top: .15rem; }
@media (max-width: 30rem) { .figures { grid-template-columns: 1fr 1fr; } .figures data { font-size: 1.4rem; } }
details { margin: .5rem 0; }
summary { cursor: pointer; padding: .3rem 0; width: fit-content; max-width: 100%; }
summary:hover { color: var(--accent); }
summary small { margin-left: .3rem; display: inline-block; }
details[open] > summary { margin-bottom: .4rem; }
.facts { border-left: 2px solid var(--hair); padding-left: 1rem; }
.fact { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .1rem 1rem; padding: .35rem 0; }
.stamp { font-size: .88rem; color: var(--soft); line-height: 1.7; }
.by { display: block; line-height: 1.3; font-size: .95em; }
@media (max-width: 42rem) { .fact { grid-template-columns: minmax(0, 1fr); } .by { display: inline; margin-left: .4rem; } }
.brief .by { display: inline; margin-left: .6rem; }
.short li { padding: .15rem 0 .15rem 1.1rem; text-indent: -1.1rem; }
.short li > * { text-indent: 0; }
.card > .stamp .by { display: inline; }
.dashed li::before { content: "– "; color: var(--soft); }
h3 + .short { margin-top: .2rem; }
.short + h3, .hint + h3 { margin-top: 1rem; }
.kinds li { display: grid; grid-template-columns: 6.8rem minmax(0, 1fr); gap: 0 .6rem; padding: .15rem 0; align-items: baseline; }
.kinds small { line-height: 1.3; }
.card { margin: 0 0 1.75rem; }
.card > .facts, .card > .stamp { margin-top: .4rem; }
.plain-card { margin-bottom: 1.1rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem 2rem; margin: 1rem 0 1.5rem; }
.headline { font-weight: 600; margin-bottom: .3rem; }
.wide { position: relative; overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption, .caption { text-align: left; color: var(--soft); padding-bottom: .4rem; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .32rem .9rem .32rem 0; border-bottom: 1px solid var(--hair); font-weight: 400; overflow-wrap: break-word; }
tbody th { overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .85rem; vertical-align: bottom; }
.wide + .hint { margin-top: .6rem; }
.wide table { min-width: 34rem; overflow-wrap: normal; }
.wide tbody th { overflow-wrap: break-word; min-width: 9rem; }
.wide caption { max-width: min(100%, 100vw - 3rem); }
.metrics td:nth-child(4) { white-space: nowrap; }
.metrics small { display: block; }
summary code { color: var(--soft); }
tr.stage th, tr.phase th, tr.phase td, tr.stage td { font-weight: 600; }
.figures-all { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0 2.5rem; font-size: .9rem; }
.figures-all > div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--hair); padding: .28rem 0; }
table.figures-both { width: auto; min-width: min(100%, 30rem); }
.figures-both td, .figures-both thead th:not(:first-child) { text-align: right; }
.spans td:not(:nth-child(4)) { white-space: nowrap; }
#lines .lazy { content-visibility: auto; contain-intrinsic-size: auto 6000px; }
#lines table { table-layout: fixed; overflow-wrap: anywhere; }
#lines .again th { padding-block: 0; border: 0; line-height: 0; }
#lines th:nth-child(1) { width: 3.6rem; } #lines th:nth-child(2) { width: 8.2rem; } #lines th:nth-child(3) { width: 10rem; }
#lines td:nth-child(-n+3) { color: var(--soft); }
@media (max-width: 42rem) { #lines th:nth-child(1) { width: 2.6rem; } #lines th:nth-child(2) { width: 4.9rem; } #lines th:nth-child(3) { width: 5rem; } #lines td { padding-right: .5rem; } }
#lines tr.good td:last-child { color: inherit; }
#lines tr.good b { color: var(--good); }
#lines tr.active b { color: var(--active); }
#lines tr { color: inherit; }
#lines tr.bad td:last-child { color: var(--bad); }
#lines tr.warning td:last-child { color: var(--warning); }
.filter { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: center; margin-bottom: .8rem; font-size: .9rem; }
.filter[hidden], .controls[hidden] { display: none; }
.diff { border-left: 0; padding: .5rem 0; }
.diff > * { display: block; padding: 0 .8rem; text-decoration: none; }
.diff ins { background: var(--add); } .diff del { background: var(--remove); } .diff .hunk { color: var(--soft); }
.first { border-left-color: var(--bad); }
.output { padding-left: 1rem; border-left: 2px solid var(--hair); margin-bottom: 1.5rem; }
.plays { color: var(--accent); font-size: .85rem; }
.cut { color: var(--soft); font-size: .9rem; text-align: center; padding: .3rem; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; font-size: .9rem; }
.controls .position { flex: 1 1 12rem; padding: 0; min-width: 6rem; }
.controls .play { min-width: 5.5rem; }
.ready .screen { height: 24rem; overflow-y: auto; overflow-anchor: none; }
.live { position: sticky; top: 0; z-index: 1; background: var(--card); border-bottom: 1px solid var(--hair); padding: .35rem 1.25rem; font-size: .9rem; }
.live.lost { color: var(--bad); font-weight: 600; }
footer { max-width: 84rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; color: var(--soft); font-size: .85rem; border-top: 1px solid var(--hair); }
footer dl > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 .8rem; }
@media (max-width: 42rem) { footer dl > div { grid-template-columns: minmax(0, 1fr); margin-bottom: .3rem; } }
footer p { margin-top: .8rem; }
`;

/** What is drawn: bars differ by their outline, height and pattern, and only then by colour. */
export const charts = `
.chart { margin: .5rem 0 1rem; }
svg text { font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
.gantt { display: block; width: 100%; min-width: 44rem; height: auto; font-size: 12px; fill: var(--ink); }
.gantt.swatch, .swatch { display: inline-block; width: 28px; min-width: 0; height: 16px; vertical-align: -3px; margin-right: .15rem; }
.gantt .heading { font-weight: 700; }
.gantt .number { fill: var(--soft); font-variant-numeric: tabular-nums; }
.gantt .hour, .gantt .date { fill: var(--soft); font-size: 11px; font-variant-numeric: tabular-nums; }
.gantt .date { font-weight: 600; }
.gantt .tick { stroke: var(--hair); stroke-width: .6; }
.gantt .rule { stroke: var(--hair); stroke-width: .6; }
.gantt .rule.strong { stroke: var(--edge); }
.gantt .window { fill: var(--window); }
.gantt .planned { fill: none; stroke: var(--edge); stroke-width: 1; }
.gantt .actual { fill: var(--muted-bar); stroke: var(--paper); stroke-width: .5; }
.gantt .actual.normal { fill: var(--hand-bar); }
.gantt .actual.good { fill: var(--good-bar); }
.gantt .actual.warning { fill: var(--warning-bar); }
.gantt .actual.bad { fill: var(--bad-bar); }
.gantt .actual.active { fill: var(--active-bar); }
.gantt .best { fill: var(--accent); }
.gantt .remark, .gantt .flag { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-opacity: .75; stroke-linejoin: round; }
.gantt .remark { font-size: 11px; font-variant-numeric: tabular-nums; }
.gantt .remark.bad { fill: var(--bad); } .gantt .remark.warning { fill: var(--warning); } .gantt .remark.muted { fill: var(--soft); }
.gantt .break rect { fill: var(--paper); }
.gantt .break path { fill: none; stroke: var(--hair); stroke-dasharray: 2 3; }
.gantt .break .cut, .gantt .cut { fill: none; stroke: var(--edge); stroke-width: 1.2; stroke-dasharray: none; }
.gantt .sign { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 2; }
.gantt .flag { font-size: 11.5px; font-weight: 600; fill: var(--soft); }
.gantt .sign.go { stroke: var(--good); } .gantt .flag.go { fill: var(--good); }
.gantt .sign.no-go, .gantt .sign.rollback { stroke: var(--bad); } .gantt .flag.no-go, .gantt .flag.rollback { fill: var(--bad); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .88rem; margin-bottom: .8rem; }
.bars { display: grid; gap: .55rem; margin: .8rem 0 .3rem; }
.bar-row { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: 0 1rem; align-items: center; }
.bar-row p { line-height: 1.35; }
.bar-row span { display: block; color: var(--soft); font-size: .85rem; font-variant-numeric: tabular-nums; }
.bar-row.whole { padding-bottom: .8rem; border-bottom: 1px solid var(--hair); }
.bar-row.whole p { font-weight: 600; } .bar-row.whole span { font-weight: 400; }
@media (max-width: 42rem) { .bar-row { grid-template-columns: minmax(0, 1fr); } }
.spending { display: block; } .spending.swatch { display: inline-block; }
.spent { stroke: var(--paper); stroke-width: 1; }
.spent.commands { fill: var(--commands); } .spent.people { fill: url(#people); } .spent.deciding { fill: url(#deciding); }
.spent.waiting { fill: url(#waiting); } .spent.away { fill: var(--away); stroke: var(--edge); stroke-dasharray: 2 2; }
.spending .cut { fill: var(--paper); stroke: var(--edge); stroke-width: 1; }
.spending { overflow: hidden; }
.mark { stroke: var(--ink); stroke-width: 2; }
.ground-people { fill: var(--people); } .ground-deciding { fill: var(--deciding); } .ground-waiting { fill: var(--waiting); }
.line { stroke: var(--paper); stroke-width: 1.5; } .dot { fill: var(--soft); }
.spark { display: block; } .spark path { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; } .spark .bad { fill: var(--bad); }
.pair { min-width: 7rem; } td.pair { width: 30%; padding-right: 0; }
@media screen and (max-width: 42rem) { .lengths .pair { display: none; } .wide table.lengths { min-width: 0; } .wide .lengths tbody th { min-width: 6rem; } .lengths :is(td, th) { padding-right: .5rem; } .lengths small { display: block; } }
.pair .here { fill: var(--commands); } .pair .there { fill: var(--edge); }
`;

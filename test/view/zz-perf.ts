import { command, phase, planOf, smallPlan, stage, step } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

function big(n: number) {
  const per = 10;
  const phases = [];
  for (let p = 0; p < n / per; p++)
    phases.push(
      phase(
        String(p + 1),
        `Phase ${p}`,
        Array.from({ length: per }, (_, i) => {
          const m = (p * per + i) % 720;
          return step(
            `${p + 1}.${i + 1}`,
            `${String(6 + Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`,
            `Étape numéro ${i}`,
            i % 2 ? { commands: [command('echo')] } : {},
          );
        }),
      ),
    );
  return planOf([stage('Jour J', 0, 'x', phases)], { rollback: smallPlan().rollback! });
}
{
  for (const n of [75, 4000]) {
    const j = new Journey(big(n), winterMorning);
    for (let i = 0; i < n / 4; i++) {
      j.now += 1000;
      j.pass();
      if (n > 1000 && i > 150) break;
    }
    const input = j.input;
    let can = 0;
    const s0 = input.state;
    const wrapped = {
      ...s0,
      statusOf: s0.statusOf.bind(s0),
      can: (f: any) => {
        const t = performance.now();
        const r = s0.can(f);
        can += performance.now() - t;
        return r;
      },
    };
    for (let i = 0; i < 30; i++) j.view;
    const t = performance.now();
    const k = n > 1000 ? 50 : 500;
    for (let i = 0; i < k; i++) {
      j.now += 100;
      j.view;
    }
    console.log(n, 'ms/view', ((process.threadCpuUsage().user - t) / 1000 / k).toFixed(2));
    j.more = { state: wrapped as any };
    can = 0;
    j.view;
    console.log('can ms in one view', can.toFixed(2));
    const t2 = performance.now();
    j.more = {};
    for (let i = 0; i < 20; i++) j.state;
    console.log('state()', (performance.now() - t2) / 20);
  }
}
import { sceneOf } from '../../src/view/scene/scene.ts';
import { treeRows } from '../../src/view/tree.ts';
import { headerView } from '../../src/view/header.ts';
import { nextViews } from '../../src/view/next.ts';
import { choicesOf } from '../../src/view/choices.ts';
import { recentLines } from '../../src/view/log.ts';
import { currentView } from '../../src/view/step.ts';
import { deadlines } from '../../src/view/figures.ts';
{
  const j = new Journey(big(4000), winterMorning);
  for (let i = 0; i < 150; i++) { j.now += 1000; j.pass(); }
  for (const [n, f] of Object.entries({ treeRows, headerView, nextViews, choicesOf, recentLines, currentView, deadlines })) {
    const t = process.threadCpuUsage().user;
    for (let i = 0; i < 50; i++) { j.now += 100; (f as any)(sceneOf(j.input)); }
    console.log(n, ((process.threadCpuUsage().user - t) / 50000).toFixed(2));
  }
}

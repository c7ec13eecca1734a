import { EventEmitter } from 'node:events';
import { render } from 'ink';
import { CockpitScreen } from '../../src/cockpit/screens/cockpit-screen.tsx';
import { Store } from '../../src/cockpit/store.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import { SampleSource, view } from './sample.ts';
class Out extends EventEmitter { isTTY = true; columns = 120; rows = 36; bytes = 0; frames = 0; write(t: string, cb?: () => void) { this.bytes += Buffer.byteLength(t); this.frames++; cb?.(); return true; } }
class In extends EventEmitter { isTTY = true; setRawMode() {} setEncoding() {} ref() {} unref() {} read() { return null; } }
const source = new SampleSource();
for (let n = 0; n < 200; n++) source.print('0007-p3s3-a1', `  2026_11_01_${n}_add_mission_links ${'.'.repeat(24)} \x1b[90m${n} ms\x1b[0m \x1b[32mDONE\x1b[0m\n`);
let now = 1e12;
const store = new Store({ source, view: () => { const v = view(); return { ...v, header: { ...v.header, clock: new Date(now).toISOString().slice(11, 19) } }; }, intentOf: () => ({}) as never, act: async () => ({ done: true }), refusalText: () => '', words: wordsOf('fr'), reading: [], ascii: false, color: true, readOnly: false, size: { columns: 120, rows: 36 }, clock: () => now, emit: () => {}, detach: () => {}, seen: () => {} });
console.log('start', (process.memoryUsage.rss()/1e6).toFixed(0)); await store.poll();
const out = new Out();
const ink = render(<CockpitScreen store={store} resumeCommand="" />, { stdout: out as never, stdin: new In() as never, interactive: true, alternateScreen: true, incrementalRendering: true, maxFps: 1000, exitOnCtrlC: false, patchConsole: false });
const frame = async () => { now += 1000; (store as any).look(); await ink.waitUntilRenderFlush(); };
for (let n = 0; n < 60; n++) await frame();
const c = process.cpuUsage(); const f = out.frames; const t = performance.now();
for (let n = 0; n < 200; n++) await frame();
const d = process.cpuUsage(c);
const m = process.memoryUsage(); console.log(Object.entries(m).map(([k,v])=>k+' '+(v/1e6).toFixed(0)).join(' ')); console.log('cpu ms/frame', ((d.user + d.system) / 1000 / 200).toFixed(2), 'wall', ((performance.now() - t) / 200).toFixed(2), 'writes', out.frames - f, 'rss', (process.memoryUsage.rss() / 1e6).toFixed(0));
ink.unmount(); process.exit(0);

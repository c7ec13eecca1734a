import { Box, useApp, useInput, useIsScreenReaderEnabled, usePaste } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { promptOf } from '../asking/prompt.ts';
import { Header } from '../components/header.tsx';
import { KeyBar } from '../components/key-bar.tsx';
import { Scrubber } from '../components/scrubber.tsx';
import { StatusLine } from '../components/status-line.tsx';
import { EditorDialog } from '../editing/editor-dialog.tsx';
import { pressesOf } from '../keys/press.ts';
import type { Suspend } from '../lending.ts';
import { LookContext } from '../look.tsx';
import { isDossier } from '../model/dossier-rows.ts';
import type { Store } from '../store.ts';
import type { Snapshot } from '../store-input.ts';
import { DossierPage } from './dossier-page.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LinearScreen } from './linear-screen.tsx';
import { ListPage } from './list-page.tsx';
import { MainScreen } from './main-screen.tsx';
import { PaletteDialog } from './palette-dialog.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { SmallScreen } from './small-screen.tsx';

/** The whole screen: reads the store, sends it the keys. */
export function CockpitScreen({
  store,
  resumeCommand,
  onSuspend,
}: {
  store: Store;
  resumeCommand: string;
  /** Given the way to hand the terminal over. */
  onSuspend?(suspend: Suspend): void;
}) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useInput((input, key) => store.press(pressesOf(input, key)));
  usePaste(store.paste);
  const { suspendTerminal } = useApp();
  useEffect(() => onSuspend?.(suspendTerminal), [onSuspend, suspendTerminal]);
  const linear = useIsScreenReaderEnabled();
  return (
    <LookContext value={snapshot.look}>
      {linear ? (
        <LinearScreen {...snapshot} asking={askingOf(snapshot)} />
      ) : snapshot.s.layout.shape === 'small' ? (
        <SmallScreen layout={snapshot.s.layout} />
      ) : (
        <FullScreen {...snapshot} resumeCommand={resumeCommand} />
      )}
    </LookContext>
  );
}

function FullScreen({ ui, s, resumeCommand }: Snapshot & { resumeCommand: string }) {
  const { columns, rows, body } = s.layout;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header
        header={s.view.header}
        columns={columns}
        // Of what stands still nothing runs.
        running={s.view.current?.status.busy === true && s.playback?.playing !== false}
        watch={s.view.watch}
        alerted={s.view.alerts.length > 0 || s.view.todo !== null}
        observer={roleOf(s)}
      />
      <Box height={body} flexDirection="column">
        {ui.page === 'main' ? (
          <MainScreen ui={ui} s={s} />
        ) : isDossier(ui.page) ? (
          <DossierPage ui={ui} s={s} />
        ) : (
          <ListPage page={ui.page} ui={ui} s={s} />
        )}
      </Box>
      {s.playback && <Scrubber ui={ui} s={s} playback={s.playback} />}
      <StatusLine ui={ui} s={s} />
      <KeyBar ui={ui} s={s} />
      {ui.palette && <PaletteDialog palette={ui.palette} ui={ui} s={s} />}
      {ui.question?.buffer ? (
        <EditorDialog question={ui.question} buffer={ui.question.buffer} s={s} />
      ) : (
        ui.question && <QuestionDialog question={ui.question} s={s} />
      )}
      {ui.leave && <LeaveDialog leave={ui.leave} s={s} resumeCommand={resumeCommand} />}
    </Box>
  );
}

/** Of whoever does not drive; '' for the one who does. */
function roleOf({ readOnly, playback, words }: Snapshot['s']): string {
  if (playback) return words.seen.playback.keys.badge;
  return readOnly ? words.cockpit.notices.observer : '';
}

/** The open question in one line, for the linear screen. */
function askingOf({ ui, s }: Snapshot): string {
  if (ui.seeking) return `${s.words.seen.playback.keys.goTo} ${ui.seeking.text}`;
  if (!ui.question) return '';
  const { choice } = ui.question;
  const prompt = promptOf(s.words, ui.question);
  return `${choice.label}. ${choice.consequence} ${prompt} ${ui.question.error} ${ui.question.field.text}`;
}

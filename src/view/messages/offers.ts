/** What may be done with a message on one occasion. */
import { messageRecord } from '../../../machines/records/messages.ts';
import type { RowOffer } from '../choices/row.ts';
import type { Scene } from '../scene/scene.ts';
import { channelsFor, recipientsOf } from './channels.ts';
import { departuresOf } from './departures.ts';
import { type Draft, isEarly } from './draft.ts';
import { otherDateText } from './filling.ts';
import { isOfNow, type Occasion } from './occasions.ts';
import { asText } from './text.ts';

/** Sending first; where no channel is there, saying that it was sent. */
export function messageOffers(scene: Scene, occasion: Occasion, draft: Draft): RowOffer[] {
  const offers = [
    sendOffer(scene, occasion, draft),
    editOffer(scene, draft),
    toldOffer(scene, occasion),
    noteOffer(scene),
  ];
  const { occasion: about, step } = occasion;
  return offers.map(offer => ({ ...offer, about, ...(step !== undefined && { step }) }));
}

function sendOffer(scene: Scene, occasion: Occasion, draft: Draft): RowOffer {
  const { labels, confirmWords } = scene.words.around.choices;
  const { subject, body } = draft;
  const ways = channelsOf(scene, occasion);
  const { sent, doubtful, leaving } = leftBy(scene, occasion);
  const again = sent.length + doubtful.length > 0;
  return {
    id: 'send',
    label: again ? labels.sendAgain : labels.send,
    consequence: consequence(scene, occasion, draft),
    why: whyNot(scene, draft, ways.length),
    word: confirmWords.send,
    options: ways.map(name => ({ value: name, label: optionLabel(scene, name) })),
    draft: { subject, body },
    primary: occasion.due === 'due' && ways.length > 0 && !leaving,
    tone: isEarly(scene, occasion.message) || again ? 'warning' : 'active',
  };
}

/** Those that the plan means come first. */
function channelsOf({ input }: Scene, { message }: Occasion): string[] {
  const { matching, others } = channelsFor(message, input.around);
  return [...matching, ...others];
}

function optionLabel({ input, text }: Scene, name: string): string {
  return text(`${name} (${recipientsOf(input.around.channels[name]!)})`);
}

function whyNot(scene: Scene, { blanks }: Draft, ways: number): string {
  const { around } = scene.words;
  if (ways === 0) return around.messages.page.noChannel;
  return blanks.length > 0 ? around.choices.refusals.blanks(blanks.join(', ')) : '';
}

/** What could make one regret it comes first: a row has little room. Which channel leaves, its option says. */
function consequence(scene: Scene, occasion: Occasion, draft: Draft): string {
  const { choices, messages } = scene.words.around;
  const { message } = occasion;
  const { matching } = channelsFor(message, scene.input.around);
  const { sent, doubtful } = leftBy(scene, occasion);
  const planned = message.channels !== undefined && matching.length > 0;
  return [
    otherDateText(scene, asText(draft)),
    isEarly(scene, message) ? messages.page.early : '',
    sent.length > 0 ? choices.consequences.sendAgain(sent.join(', ')) : '',
    doubtful.length > 0 ? messages.page.perhapsGone(doubtful.join(', ')) : '',
    choices.consequences.send,
    planned ? messages.page.by(listed(scene, matching)) : '',
    message.audience ? messages.page.to(message.audience) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function listed({ words }: Scene, names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const first = names.slice(0, -1).join(', ');
  return first === '' ? last : words.around.messages.page.either(first, last);
}

interface Left {
  sent: string[];
  doubtful: string[];
  /** Something is on its way: Enter had better wait for its fate. */
  leaving: boolean;
}

/** Channels that took it since it came due, and those that perhaps did, or do. */
function leftBy(scene: Scene, occasion: Occasion): Left {
  const { occasion: about } = occasion;
  const tried = messageRecord(scene.context, about).deliveries.map(
    id => scene.context.deliveries[id]!,
  );
  const doubts = tried.filter(
    ({ status, at }) =>
      (status === 'doubt' || status === 'queued') && isOfNow(occasion, Date.parse(at)),
  );
  const sent = departuresOf(scene, occasion.occasion)
    .filter(({ decidedAt }) => isOfNow(occasion, decidedAt))
    .flatMap(({ channel }) => channel ?? []);
  return {
    sent: [...new Set(sent)],
    doubtful: [...new Set(doubts.map(({ channel }) => channel))],
    leaving: doubts.some(({ status }) => status === 'queued'),
  };
}

function editOffer({ words }: Scene, draft: Draft): RowOffer {
  const { labels, consequences } = words.around.choices;
  return {
    id: 'editMessage',
    label: labels.editMessage,
    consequence: consequences.editMessage,
    edit: asText(draft),
  };
}

function toldOffer(scene: Scene, occasion: Occasion): RowOffer {
  const { labels, consequences } = scene.words.around.choices;
  return {
    id: 'told',
    label: labels.told,
    consequence: consequences.told,
    reason: 'required',
    primary: occasion.due === 'due' && channelsOf(scene, occasion).length === 0,
  };
}

function noteOffer({ words }: Scene): RowOffer {
  const { labels, consequences } = words.choices;
  return { id: 'note', label: labels.note, consequence: consequences.note, reason: 'required' };
}

/** The compiled plan: plain data, the public document of `show --json`. Words: see DESIGN §1. */

/** A place in the plan's source; line and column start at 1. */
export interface Place {
  line: number;
  column: number;
}

export type Language = 'fr' | 'en';
export type Severity = 'error' | 'warning' | 'info';

/** Something the author should know. `code` is stable and kebab-case; `length` is what the caret underlines. */
export interface Diagnostic extends Place {
  severity: Severity;
  code: string;
  message: string;
  /** What to do about it. */
  remedy?: string;
  length?: number;
  /** Set when the place is in another file than the plan (an environment file). */
  file?: string;
}

/** One box to tick: a prerequisite, a criterion, a line of a sub-checklist. */
export interface Item extends Place {
  /** `P1.3` prerequisite, `C2.4` criterion, `6.2/1` sub-checklist, `V.1` rollback validation, `L.2` final checklist. */
  id: string;
  title: string;
  /** A fence under it: how it is checked without a person. Exit code, `ok`, `expect`, `refuse` are its verdict. */
  check?: Command;
  /** Prerequisites: the earlier run of this very plan that proves it. */
  evidence?: Evidence;
}

/** What the store may prove: a completed run, or a completed rollback, of the plan with the same fingerprint. */
export interface Evidence {
  kind: 'run' | 'rollback';
  /** Name of the environment it must have run in; any other than the run's own when absent. */
  environment?: string;
}

/** A titled list of things: prerequisites, metrics, contacts, surveillance. */
export interface Group<T> {
  title: string;
  items: T[];
}

export interface CommandAttributes {
  /** Seconds. */
  timeout?: number;
  /** Seconds without output before the cockpit says so. */
  silence?: number;
  /** Exit codes that mean success; default `[0]`. */
  ok?: number[];
  /** Must appear in the output, in `/source/flags` form. */
  expect?: string;
  /** Must not appear in the output, in `/source/flags` form. */
  refuse?: string;
  /** Host of the environment it runs on. */
  on?: string;
  /** Working directory, relative to the environment's. */
  dir?: string;
  /** Variable bound to the last line of output. */
  capture?: string;
  /** On a block of a rollback step: what its success proves is there. It is no command of the step. */
  proof?: string;
  /** `safe`: may be run again without a typed confirmation. */
  rerun?: 'safe';
  interactive?: boolean;
  destructive?: boolean;
  /** Shown, never run. */
  sample?: boolean;
}

/** One fenced block of a step. */
export interface Command extends Place {
  /** From 0, among all the fences of its step. */
  index: number;
  /** The fence's language in lower case; '' when it has none. */
  language: string;
  script: string;
  /** Something can run it: a known shell, or a runner of the plan or the environment. */
  runnable: boolean;
  /** Names of the variables it needs, in order of first use. */
  variables: string[];
  attributes: CommandAttributes;
}

export type StepKind = 'manual' | 'command' | 'checkpoint' | 'gate' | 'milestone';

export interface StepAttributes {
  /** Who does it: a role of the team section. */
  role?: string;
  /** Role whose holder must approve. */
  approve?: string;
  /** Starts by itself when its turn comes (command steps). */
  auto?: boolean;
  proof?: string;
  /** Names (`id=`) or numbers of the forward steps that this rollback step undoes. */
  undoes?: string[];
  when?: string;
}

/** One line of a phase. Commands that are not runnable are kept in `commands` and shown. */
export interface Step extends Place {
  /** `4.3`, `J-7.2`, `R.2`. */
  id: string;
  /** State key in the chart: letters, digits and dashes, unique in the plan. */
  key: string;
  /** Author's own name for it (`<!-- id=… -->`), for references. */
  name?: string;
  /** Planned start, `HH:MM` in the plan's zone. */
  time?: string;
  /** Planned duration where written: `(5 min)`. */
  minutes?: number;
  title: string;
  kind: StepKind;
  commands: Command[];
  items: Item[];
  /** Checkpoint steps: id of the checkpoint (`C1`) that gives criteria and actions. */
  checkpoint?: string;
  /** Milestones: does it open or close the maintenance window? */
  window?: 'opens' | 'closes';
  attributes: StepAttributes;
}

export interface Phase extends Place {
  /** `4`, or the stage's id when the stage has no phases. */
  id: string;
  key: string;
  /** '' for the one unnamed phase of a stage without phases. */
  title: string;
  /** From the title: `(90 min)`. */
  plannedMinutes?: number;
  /** `HH:MM`. */
  start?: string;
  end?: string;
  /** The plan gives no times and no numbers: its steps are done by hand, in any order. */
  anyOrder?: true;
  steps: Step[];
}

export interface Stage extends Place {
  /** Made of the environment's own commands: no day of the plan's. */
  ofEnvironment?: true;
  /** `J-7`, `Jour J`, `J+1`; `D-7`, `D-day`, `D+1` in English. */
  id: string;
  key: string;
  /** Days from J. */
  offsetDays: number;
  title: string;
  objective?: string;
  phases: Phase[];
}

/** One of the plan's actions on failure, with the move of the cockpit that its words ask for. */
export interface Action {
  text: string;
  line: number;
  /** `read` an output, `fix` by hand, `redo` a step, `review` the point again, `rollback`. */
  move?: 'read' | 'fix' | 'redo' | 'review' | 'rollback';
  /** The step to redo, or whose output is to be read, when the words say which. */
  step?: string;
}

/** Criteria and actions-on-failure for one checkpoint step. */
export interface Checkpoint extends Place {
  /** `C1`. */
  id: string;
  title: string;
  time?: string;
  /** Id of the step it is tied to (`4.3`); absent when no step matches (a diagnostic says so). */
  step?: string;
  criteria: Item[];
  /** Ordered actions on failure. */
  actions: Action[];
}

/** Something that a rollback step cannot work without, and the command that proves it is there. */
export interface Proof extends Item {
  /** `R.2`. */
  step: string;
  check: Command;
}

export interface Rollback extends Place {
  title: string;
  /** Time budget. */
  minutes?: number;
  triggers: { text: string; line: number }[];
  steps: Step[];
  validation: Item[];
  /** What must be there for the steps to work: `R.2/p1` written by the author, `R.2/files` for the scripts they call. */
  proofs: Proof[];
}

export interface Message extends Place {
  /** `before`, `during`, `after`, or a slug of its title. */
  id: string;
  title: string;
  /** Days from J when the title says so (`J-7`). */
  offsetDays?: number;
  audience?: string;
  channels?: string;
  frequency?: string;
  body?: string;
  /** Sent again at each checkpoint, says its frequency. */
  each?: 'checkpoint';
  /** Management is among its audience. */
  toManagement?: boolean;
}

export interface Threshold {
  operator: '<' | '<=' | '>' | '>=' | '=';
  value: number;
  unit: string;
}

export interface Metric extends Item {
  text: string;
  threshold?: Threshold;
}

export interface Role extends Place {
  title: string;
  person?: string;
  contact?: string;
  responsibilities?: string;
}

export interface Contact extends Place {
  role: string;
  contact?: string;
}

export interface Link extends Place {
  text: string;
  url: string;
  /** Undefined for addresses that are not files. */
  exists?: boolean;
}

export interface VariableDeclaration {
  name: string;
  description?: string;
  /** Regular expression the whole value must match. */
  pattern?: string;
  /** Value known before the run starts. */
  value?: string;
  /** Id of the step whose command captures it. */
  capturedBy?: string;
  /** To be asked of the operator when the run is created. */
  ask?: boolean;
  secret?: boolean;
}

/** What the general-information section says, as written. */
export interface General {
  version?: string;
  date?: string;
  duration?: string;
  window?: string;
  environments: string[];
}

/** One thing to look at after the deployment, and how often. */
export interface Surveillance {
  /** `W.1`. */
  id: string;
  title: string;
  text: string;
  line: number;
  /** Minutes between two looks; absent when it is continuous, or not said. */
  everyMinutes?: number;
  /** Days from J, both included; the plan's `J+0 à J+7`. */
  fromDays?: number;
  toDays?: number;
}

/** Prose and tables kept for reading: nothing of the document is lost. */
export interface ReadingSection extends Place {
  title: string;
  depth: number;
  markdown: string;
}

/** Every fence of the document and what became of it. */
export interface Fence extends Place {
  language: string;
  fate: 'runs' | 'shown' | 'message' | 'left-out';
  /** Why it is shown or left out. */
  why?: string;
  /** Step that owns it. */
  step?: string;
}

export interface Plan {
  title: string;
  language: Language;
  /** sha256 of the source, hex. */
  fingerprint: string;
  /** IANA zone; `UTC` unless the front matter says otherwise. */
  timezone: string;
  general: General;
  roles: Role[];
  availability: { title: string; text: string }[];
  prerequisites: Group<Item>[];
  stages: Stage[];
  checkpoints: Checkpoint[];
  rollback?: Rollback;
  messages: Message[];
  metrics: Group<Metric>[];
  surveillance: Surveillance[];
  contacts: Group<Contact>[];
  links: Link[];
  checklist: Item[];
  variables: VariableDeclaration[];
  /** Language of a fence -> shell command that reads the fence's text on its standard input. */
  runners: Record<string, string>;
  fences: Fence[];
  reading: ReadingSection[];
}

export interface Compilation {
  plan: Plan;
  diagnostics: Diagnostic[];
}

/** One `prepare` or `check` command of an environment. */
export interface EnvironmentCommand {
  title: string;
  run: string;
  /** Seconds. */
  timeout?: number;
}

export type Pace = 'step' | 'phase' | 'automatic';

/** Where a plan runs; from `environments/NAME.yaml`. `{{run}}` and `{{plan}}` in paths are the run's and the plan's folders. */
export interface Environment {
  name: string;
  title?: string;
  /** Asks for its name to be typed; refuses `--unattended`. */
  protected: boolean;
  /** `relative`: planned times count from the actual start of a stage (rehearsals); `absolute`: the plan's clock. */
  schedule: 'relative' | 'absolute';
  pace: Pace;
  /** Default working directory of the commands. */
  directory: string;
  /** Put in front of `PATH`. */
  path: string[];
  /** Added to the commands' environment. */
  environment: Record<string, string>;
  /** Values of the plan's variables. */
  variables: Record<string, string>;
  /** Reach a command through its environment only; where each comes from. */
  secrets: Record<string, { variable: string } | { file: string } | { command: string }>;
  runners: Record<string, string>;
  hosts: Record<string, { address?: string; local?: boolean }>;
  prepare: EnvironmentCommand[];
  check: EnvironmentCommand[];
  /** By name: how messages leave. */
  channels: Record<string, Channel>;
  /** By the metric's id or title: how it is measured. */
  probes: Record<string, Probe>;
  /** Are the prerequisites owed before the day begins? By default where the plan's clock holds. */
  prerequisites: 'required' | 'optional';
  /** Must a step that asks for a second person wait for one? By default where the plan's clock holds, or approvers are named. */
  approvals: 'required' | 'optional';
  /** Role to the logins of those who may approve in its name; anybody else than the operator where a role is missing. */
  approvers: Record<string, string[]>;
}

/** A text, or where it is read when it is needed: a secret of the environment, a file (`{{run}}`, `{{plan}}`). */
export type Hidden = string | { secret: string } | { file: string };

interface ChannelBase {
  /** Words by which the plan calls it (`Email`, `SMS`); its own name always counts. */
  names: string[];
  /** Seconds until it is given up. */
  timeout: number;
}

/** How a message leaves. `Text` is `string` once nothing is hidden any more. */
export type Channel<Text = Hidden> = ChannelBase &
  (
    | {
        type: 'smtp';
        host: string;
        port: number;
        /** `tls` from the first byte, `starttls` owed before anything is said, `none` for loopback relays. */
        security: 'tls' | 'starttls' | 'none';
        user?: string;
        password?: Text;
        from: string;
        to: string[];
        /** PEM file of the authority that signed the server's certificate. */
        ca?: string;
      }
    | { type: 'slack' | 'teams'; url: Text; ca?: string }
    | {
        type: 'webhook';
        url: Text;
        method: 'POST' | 'PUT';
        headers: Record<string, Text>;
        /** Sent as it is, `{{subject}}`, `{{body}}`, `{{to}}` and `{{id}}` put in as JSON strings; by default an object of the four. */
        body?: string;
        to: string[];
        ca?: string;
      }
    /** Reads the body on its standard input; subject, recipients and id in `BASCULE_SUBJECT`, `BASCULE_TO`, `BASCULE_ID`. */
    | { type: 'command'; run: string; to: string[] }
  );

interface ProbeBase {
  /** Seconds between two measures while the run is watched. */
  every: number;
  /** Seconds until one measure is given up. */
  timeout: number;
  /** Unit of the figure, where the source has none. */
  unit?: string;
}

/** How a metric is measured. `Text` is `string` once nothing is hidden any more. */
export type Probe<Text = Hidden> = ProbeBase &
  (
    | {
        type: 'http';
        url: Text;
        measure: 'availability' | 'error-rate' | 'p50' | 'p95' | 'p99';
        /** Requests for one measure, at most four at once. */
        requests: number;
        /** Statuses that are no error; default 200 to 399. */
        ok?: number[];
        ca?: string;
      }
    | { type: 'prometheus'; url: Text; query: string; headers: Record<string, Text>; ca?: string }
    /** The first number of its last line of output. */
    | { type: 'command'; run: string }
  );

/** What an environment file names that does not exist: secrets of its own, metrics and roles of the plan. */
import { type Report, Reporter } from './diagnostics/reporter.ts';
import { readSource } from './document/source.ts';
import { metricsOfProbe } from './probed-metric.ts';
import { type Parsed, parseYaml, underlined } from './settings/yaml-places.ts';
import { suggest } from './suggest.ts';
import type { Channel, Diagnostic, Environment, Hidden, Language, Plan, Probe } from './types.ts';
import { normalise } from './vocabulary/words.ts';

/** An environment that was read, and the file it was read from. */
export interface WrittenEnvironment {
  environment: Environment;
  text: string;
  /** Named in the diagnostics. */
  path: string;
}

/** What does not hold between an environment and a plan, by place in the environment's file; never throws. */
export function checkEnvironment(
  plan: Pick<Plan, 'metrics' | 'roles'>,
  { environment, text, path }: WrittenEnvironment,
  language: Language,
): Diagnostic[] {
  const reporter = new Reporter();
  const parsed = parseYaml(readSource(text).text, 1, reporter.report);
  if (!parsed) return [];
  checkSecrets(environment, parsed, reporter.report);
  checkProbes(plan, environment, parsed, reporter.report);
  checkApprovers(plan, environment, parsed, reporter.report);
  return reporter.diagnostics(language, path);
}

function checkSecrets(environment: Environment, parsed: Parsed, report: Report): void {
  const declared = Object.keys(environment.secrets);
  for (const section of ['channels', 'probes'] as const)
    for (const [name, said] of Object.entries<Channel | Probe>(environment[section]))
      for (const { path, secret } of secretsOf(said)) {
        if (declared.includes(secret)) continue;
        const { length, ...place } = underlined(parsed, [section, name, ...path, 'secret']);
        report(
          'unknown-secret',
          place,
          { secret, suggestion: suggest(secret, declared) },
          { length },
        );
      }
}

/** The secrets that a channel or a probe needs, and where it says so. */
function secretsOf(said: Channel | Probe): { path: string[]; secret: string }[] {
  const {
    url,
    password,
    headers = {},
  } = said as {
    url?: Hidden;
    password?: Hidden;
    headers?: Record<string, Hidden>;
  };
  const all: [string[], Hidden | undefined][] = [
    [['url'], url],
    [['password'], password],
    ...Object.entries(headers).map(([name, value]): [string[], Hidden] => [
      ['headers', name],
      value,
    ]),
  ];
  return all.flatMap(([path, value]) =>
    typeof value === 'object' && 'secret' in value ? [{ path, secret: value.secret }] : [],
  );
}

function checkProbes(
  plan: Pick<Plan, 'metrics'>,
  { probes }: Environment,
  parsed: Parsed,
  report: Report,
): void {
  const metrics = plan.metrics.flatMap(group => group.items);
  const known = metrics.flatMap(({ id, title }) => [id, title]);
  for (const probe of Object.keys(probes)) {
    const meant = metricsOfProbe(plan, probe);
    if (meant.length === 1) continue;
    const { length, ...place } = underlined(parsed, ['probes'], probe);
    if (meant.length === 0)
      report('unknown-metric', place, { probe, suggestion: suggest(probe, known) }, { length });
    else {
      const numbers = meant.map(({ id }) => id).join(', ');
      report('ambiguous-metric', place, { probe, metrics: numbers }, { length });
    }
  }
}

/** A plan without a team says nothing of roles. */
function checkApprovers(
  plan: Pick<Plan, 'roles'>,
  { approvers }: Environment,
  parsed: Parsed,
  report: Report,
): void {
  const titles = plan.roles.map(({ title }) => title);
  const known = new Set(titles.map(normalise));
  if (known.size === 0) return;
  for (const role of Object.keys(approvers)) {
    if (known.has(normalise(role))) continue;
    const { length, ...place } = underlined(parsed, ['approvers'], role);
    report('unknown-role', place, { role, suggestion: suggest(role, titles) }, { length });
  }
}

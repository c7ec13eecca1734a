import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureIn } from '../../../src/probes/prometheus/answer.ts';

const answer = (body: string, status = 200) => ({
  status,
  body: Buffer.from(body),
  whole: true,
});
const success = (resultType: string, result: unknown) =>
  answer(JSON.stringify({ status: 'success', data: { resultType, result } }));
const sample = (value: unknown) => ({ metric: { job: 'site' }, value: [1754000000.781, value] });

/** What is said instead of a figure. */
function refusal(given: Parameters<typeof figureIn>[0]): string {
  try {
    return `a figure: ${figureIn(given)}`;
  } catch (error) {
    const { why, message } = error as { why: string; message: string };
    return `${why}: ${message}`;
  }
}

describe('a figure', () => {
  it('is a scalar, or the only sample of a vector', () => {
    expect(figureIn(success('scalar', [1754000000, '42.5']))).toBe(42.5);
    expect(figureIn(success('vector', [sample('0.125')]))).toBe(0.125);
    expect(figureIn(success('vector', [sample('-1e-3')]))).toBe(-0.001);
  });

  it('of any number that Prometheus may write', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        expect(figureIn(success('vector', [sample(String(value))]))).toBe(value + 0);
      }),
    );
  });

  it.each([
    ['no sample', 'vector', []],
    ['2 samples, one expected', 'vector', [sample('1'), sample('2')]],
    ['NaN', 'vector', [sample('NaN')]],
    ['+Inf', 'scalar', [1, '+Inf']],
    ['empty', 'scalar', [1, '']],
    ['no scalar or vector of Prometheus', 'matrix', [{ metric: {}, values: [[1, '2']] }]],
    ['no scalar or vector of Prometheus', 'string', [1, '2']],
    ['no scalar or vector of Prometheus', 'vector', [{ metric: {}, histogram: [1, {}] }]],
    ['no scalar or vector of Prometheus', 'vector', [sample(3)]],
  ])('is none: %s', (said, type, result) => {
    expect(refusal(success(type, result))).toBe(`no-figure: ${said}`);
  });

  it.each(['', 'ok', '<html>', '[]', 'null', '{"status":"success"}'])('is none in %j', body => {
    expect(refusal(answer(body))).toBe('no-figure: no scalar or vector of Prometheus');
  });
});

describe('a server that says no', () => {
  it('is quoted, in one line and not at length', () => {
    const error = 'invalid parameter "query":\n1:4: parse error: unexpected <eof>';
    const body = JSON.stringify({ status: 'error', errorType: 'bad_data', error });
    expect(refusal(answer(body, 400))).toBe(`refused: ${error.replace('\n', ' ')}`);
    const long = JSON.stringify({ status: 'error', error: 'x'.repeat(5000) });
    expect(refusal(answer(long, 422))).toHaveLength('refused: '.length + 200);
  });

  it('without a word is told by its status', () => {
    expect(refusal(answer('Unauthorized', 401))).toBe('refused: 401');
    expect(refusal(answer('', 500))).toBe('refused: 500');
    expect(refusal(answer('', 302))).toBe('redirect: 302');
    expect(refusal({ ...answer('<html>', 503), whole: false })).toBe('refused: 503');
  });

  it('or says too much', () => {
    expect(refusal({ ...answer('{"status":'), whole: false })).toBe('too-large: more than 1 MB');
  });
});

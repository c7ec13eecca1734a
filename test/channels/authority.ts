/** An authority of certificates for one test: made with Node's own keys, written in DER by hand, trusted by nobody else. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
}

export interface Authority {
  /** PEM, for the `ca` of a channel. */
  cert: string;
  /** A certificate for a name or an IPv4 address, valid for a day around now, or until yesterday. */
  issue(host: string, validity?: 'current' | 'expired'): Certificate;
}

const day = 24 * 60 * 60 * 1000;
const oids = {
  commonName: [0x55, 4, 3],
  basicConstraints: [0x55, 0x1d, 0x13],
  alternativeName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2],
};

type Part = Buffer | readonly number[] | string;

function der(tag: number, ...parts: Part[]): Buffer {
  const body = Buffer.concat(parts.map(part => Buffer.from(part as Buffer)));
  const size = body.length;
  const length = size < 0x80 ? [size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts: Part[]) => der(0x30, ...parts);
const oid = (bytes: number[]) => der(6, bytes);
const algorithm = sequence(oid(oids.ecdsaWithSha256));
const named = (name: string) =>
  sequence(der(0x31, sequence(oid(oids.commonName), der(0x0c, name))));
/** `YYMMDDHHMMSSZ`. */
const time = (at: number) =>
  der(0x17, `${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`);

const extension = (id: number[], value: Buffer) => sequence(oid(id), der(4, value));
const isAuthority = extension(oids.basicConstraints, sequence(der(1, [0xff])));

function alternativeName(host: string): Buffer {
  const address = /^[\d.]+$/.test(host) ? der(0x87, host.split('.').map(Number)) : der(0x82, host);
  return extension(oids.alternativeName, sequence(address));
}

interface Wanted {
  issuer: string;
  subject: string;
  from: number;
  to: number;
  extension: Buffer;
  publicKey: KeyObject;
}

/** RFC 5280, version 3. */
function certify(wanted: Wanted, signer: KeyObject): string {
  const body = sequence(
    der(0xa0, der(2, [2])),
    der(2, [0x40, ...randomBytes(8)]),
    algorithm,
    named(wanted.issuer),
    sequence(time(wanted.from), time(wanted.to)),
    named(wanted.subject),
    wanted.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(wanted.extension)),
  );
  const signature = sign('sha256', body, signer);
  const whole = sequence(body, algorithm, der(3, [0], signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${whole.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export function createAuthority(name = 'Authority of a test'): Authority {
  const now = Date.now();
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const range = { from: now - day, to: now + day };
  const identity = { issuer: name, subject: name, extension: isAuthority };
  return {
    cert: certify({ ...identity, ...range, publicKey: own.publicKey }, own.privateKey),
    issue(host, validity = 'current') {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const expired = { from: now - 2 * day, to: now - day };
      const when = validity === 'expired' ? expired : range;
      const wanted = { issuer: name, subject: host, extension: alternativeName(host), publicKey };
      const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
      return { cert: certify({ ...wanted, ...when }, own.privateKey), key };
    },
  };
}

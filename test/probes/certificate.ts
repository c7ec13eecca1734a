/** A certificate that nobody knows, for 127.0.0.1 and one day; made anew, so that no key is kept anywhere. */
import { generateKeyPairSync, sign } from 'node:crypto';

/** One element of DER. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bitString = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);
const moment = (time: number) => {
  const digits = new Date(time).toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2)));
};

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
const name = sequence(
  der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from('bascule test')))),
);
const forLoopback = sequence(
  objectId('551d11'),
  der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
);

/** PEM of a self-signed certificate and of its key. @param until when it ends; tomorrow by default */
export function selfSigned(until = Date.now() + 86_400_000): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const told = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(moment(until - 2 * 86_400_000), moment(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(forLoopback)),
  );
  const signature = sign('sha256', told, privateKey);
  const whole = sequence(told, ecdsaWithSha256, bitString(signature)).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

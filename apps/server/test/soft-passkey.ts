import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Question = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } };
type Wish = { origin?: string; verified?: boolean; counter?: number; userHandle?: string; rpId?: string };

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest();
const url = (data: Buffer | string) => Buffer.from(data).toString('base64url');
const number = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/**
 * An authenticator in software (Web Authentication Level 3, 6): makes one ES256 passkey and answers with it, as well or as badly as it is told.
 * `verified`: whether finger, face or PIN was asked for.
 */
export function softPasskey() {
  const id = randomBytes(32);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  let uses = 0;
  let owner = '';

  const clientData = (type: string, { challenge }: Question, { origin = 'http://desk.example' }: Wish) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = (rpId: string, { verified = true, counter = uses }: Wish, more = Buffer.alloc(0)) =>
    Buffer.concat([hash(rpId), Buffer.from([0x01 | (verified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0)]), number(counter, 4), more]);
  const answer = (response: object) => ({ id: url(id), rawId: url(id), type: 'public-key', response, clientExtensionResults: {} });

  return {
    id: url(id),
    make(question: Question, wish: Wish = {}) {
      owner = question.user?.id ?? '';
      const data = authData(wish.rpId ?? question.rp?.id ?? '', wish, Buffer.concat([Buffer.alloc(16), number(id.length, 2), id, cose]));
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0, 0x68]),
        Buffer.from('authData'),
        Buffer.from([0x59]),
        number(data.length, 2),
        data,
      ]);
      return answer({
        clientDataJSON: url(clientData('webauthn.create', question, wish)),
        attestationObject: url(attestation),
        transports: ['internal'],
      });
    },
    use(question: Question, wish: Wish = {}) {
      uses += 1;
      const data = authData(wish.rpId ?? question.rpId ?? '', wish);
      const client = clientData('webauthn.get', question, wish);
      const signature = sign('sha256', Buffer.concat([data, hash(client)]), privateKey);
      return answer({
        clientDataJSON: url(client),
        authenticatorData: url(data),
        signature: url(signature),
        userHandle: wish.userHandle ?? owner,
      });
    },
  };
}

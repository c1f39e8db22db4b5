import type { Inbox } from './inbox.types.ts';

/** The one line that puts the messenger on a page. The color paints the button before anything else is known. */
export const scriptTag = (origin: string, inboxKey: string, color: string): string =>
  `<script src="${origin}/messenger.js" data-inbox="${inboxKey}" data-color="${color}" async></script>`;

/** Where a help center is, as a whole address; `helpUrl` may be a path on this server. */
export const helpAddress = (origin: string, helpUrl: string): string => new URL(helpUrl, origin).href;

/** The contact form as a page of the help center at `help`. */
export const formAddress = (help: string): string => `${help}/contact`;

/** The contact form within a page of the company's own site. */
export const formFrame = (help: string, title: string): string =>
  `<iframe src="${help}/contact/embed" title="${title}" style="width: 100%; height: 760px; border: 0"></iframe>`;

/** Where a form of the company's own may send what customers wrote. */
export const formEndpoint = (origin: string, inboxKey: string): string => `POST ${origin}/api/form/${inboxKey}`;

/** The form of a brand's help center belongs to the brand's oldest form inbox that is not paused; ids rise with time. */
export const ownsHelpForm = (inbox: Inbox, inboxes: readonly Inbox[]): boolean =>
  inboxes
    .filter(({ channel, paused, brandId }) => channel === 'form' && !paused && brandId === inbox.brandId)
    .sort((a, b) => a.id.localeCompare(b.id))[0]?.id === inbox.id;

export type CodeLanguage = 'node' | 'php' | 'ruby';

/** Signs who is signed in on the company's own site: a JWT (RFC 7519) by HS256, made with nothing but what the language brings along. */
export const identityCode: Record<CodeLanguage, string> = {
  node: `import { createHmac } from 'node:crypto';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const head = encode({ alg: 'HS256', typ: 'JWT' });
const body = encode({
  sub: customer.id,
  name: customer.name,
  email: customer.email,
  exp: Math.floor(Date.now() / 1000) + 3600,
});
const sign = createHmac('sha256', process.env.MADOGUCHI_SECRET);
const identity = \`\${head}.\${body}.\${sign.update(\`\${head}.\${body}\`).digest('base64url')}\`;`,
  php: `$encode = fn($data) => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
$head = $encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT']));
$body = $encode(json_encode([
  'sub' => $customer->id,
  'name' => $customer->name,
  'email' => $customer->email,
  'exp' => time() + 3600,
]));
$sign = hash_hmac('sha256', "$head.$body", getenv('MADOGUCHI_SECRET'), true);
$identity = "$head.$body." . $encode($sign);`,
  ruby: `require 'base64'
require 'json'
require 'openssl'

encode = ->(data) { Base64.urlsafe_encode64(data, padding: false) }
head = encode.({ alg: 'HS256', typ: 'JWT' }.to_json)
body = encode.({
  sub: customer.id.to_s,
  name: customer.name,
  email: customer.email,
  exp: Time.now.to_i + 3600
}.to_json)
sign = OpenSSL::HMAC.digest('SHA256', ENV['MADOGUCHI_SECRET'], "#{head}.#{body}")
identity = "#{head}.#{body}.#{encode.(sign)}"`,
};

/** Where the page hands the signature to the messenger, above the script tag. */
export const identityOnPage = `<script>window.madoguchi = { identity: "…" };</script>`;

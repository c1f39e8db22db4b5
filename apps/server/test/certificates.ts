import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Pair = { key: string; cert: string };

/** Certificates made for a test: an authority, and what it issues for a name between two times. `self`: nobody has signed it. */
export function certificates() {
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-certificates-'));
  const at = (name: string) => join(home, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
  const readPair = (name: string): Pair => ({
    key: readFileSync(at(`${name}.key`), 'utf8'),
    cert: readFileSync(at(`${name}.crt`), 'utf8'),
  });
  const selfSigned = (name: string, subject: string): Pair => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '30',
      ...['-keyout', at(`${name}.key`)],
      ...['-out', at(`${name}.crt`), '-subj', `/CN=${subject}`],
    );
    return readPair(name);
  };
  const authority = selfSigned('authority', 'Test authority');
  writeFileSync(at('index.txt'), '');
  writeFileSync(
    at('ca.cnf'),
    `[ca]\ndefault_ca=own\n[own]\ndatabase=${at('index.txt')}\nnew_certs_dir=${home}\ncertificate=${at('authority.crt')}\nprivate_key=${at('authority.key')}\nrand_serial=yes\ndefault_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n`,
  );
  let count = 0;
  return {
    authority,
    self: (host: string) => selfSigned('self', host),
    issue: (host: string, days: { from: number; to: number }): Pair => {
      count += 1;
      const name = `issued${count}`;
      const time = (day: number) => `${new Date(Date.now() + day * 24 * 3_600_000).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
      openssl(
        'req',
        '-new',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        ...['-keyout', at(`${name}.key`)],
        ...['-out', at(`${name}.csr`), '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
      );
      openssl(
        'ca',
        '-batch',
        '-config',
        at('ca.cnf'),
        '-in',
        at(`${name}.csr`),
        '-out',
        at(`${name}.crt`),
        '-notext',
        ...['-startdate', time(days.from), '-enddate', time(days.to)],
      );
      return readPair(name);
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { answers, freePort } from './ports.ts';

/** Started by its own path or by the one that `npm test` found. */
const PROGRAM = process.env.MADOGUCHI_EXIM || '/usr/sbin/exim4';

/** Debian's Exim gives its spool to a user of its own, which only root can. */
export const canRunExim = (): boolean => process.getuid?.() === 0;

/**
 * A real mail server on this machine (login `help`, password `himitsu`) that takes mail for anybody and brings all of it to one port of ours, as an
 * MX record would have it. What is refused there it sends back to its sender. `insistsOn`: it brings mail by TLS only, to a certificate of this
 * authority (PEM).
 */
export async function exim(wish: { bringsTo: number; insistsOn?: { authority: string } }) {
  if (!existsSync(PROGRAM))
    throw new Error(
      `There is no ${PROGRAM}: these tests need the mail server of Debian's package exim4-daemon-light (or MADOGUCHI_EXIM set)`,
    );
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-exim-'));
  const port = await freePort();
  for (const folder of ['spool', 'log']) mkdirSync(join(home, folder));
  const owner = eximUser();
  for (const folder of [home, join(home, 'spool'), join(home, 'log')]) chownSync(folder, owner.uid, owner.gid);
  chmodSync(home, 0o755);
  if (wish.insistsOn) writeFileSync(join(home, 'authority.pem'), wish.insistsOn.authority, { mode: 0o644 });
  const insists = wish.insistsOn
    ? `  hosts_require_tls = *\n  tls_verify_certificates = ${home}/authority.pem\n  tls_verify_hosts = *\n`
    : '';
  writeFileSync(join(home, 'exim.conf'), config(home, port, wish.bringsTo, insists), { mode: 0o644 });
  const server: ChildProcess = spawn(PROGRAM, ['-C', join(home, 'exim.conf'), '-bdf', '-q1m'], { stdio: 'ignore' });
  afterAll(async () => {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null && server.signalCode === null ? server.once('exit', resolve) : resolve(null)));
    rmSync(home, { recursive: true, force: true });
  });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 100) throw new Error('exim does not listen');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, log: () => readFileSync(join(home, 'log', 'main'), 'utf8') };
}

/** Started by root it becomes a user of its own. */
function eximUser(): { uid: number; gid: number } {
  const user = execFileSync(PROGRAM, ['-n', '-bP', 'exim_user'], { encoding: 'utf8' }).trim();
  const idOf = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

const config = (home: string, port: number, bringsTo: number, insists: string): string => `primary_hostname = mx.exim.example
spool_directory = ${home}/spool
log_file_path = ${home}/log/%s
pid_file_path = ${home}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
keep_environment =
tls_advertise_hosts =
deliver_drop_privilege = true
acl_smtp_rcpt = accept
acl_smtp_data = accept
begin routers
everything:
  driver = manualroute
  domains = *
  route_list = * 127.0.0.1
  self = send
  transport = door
begin transports
door:
  driver = smtp
  port = ${bringsTo}
  allow_localhost
${insists}  tls_verify_cert_hostnames =
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_advertise_condition = yes
  server_condition = \${if and{{eq{$auth2}{help}}{eq{$auth3}{himitsu}}}}
  server_set_id = $auth2
`;

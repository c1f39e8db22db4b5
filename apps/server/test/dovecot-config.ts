import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** Where the server lives, what it listens on, whether (by files in its home) it speaks TLS, and how much a mailbox holds, if that is bounded. */
export type DovecotWish = { home: string; port: number; hasTls: boolean; quotaMb?: number | undefined };

/** The user that owns the mailboxes: `mail` on Debian. Dovecot refuses to run for root; somebody else's is run by themselves. */
export const mailOwner = (): number => (process.getuid?.() === 0 ? 8 : userInfo().uid);

/** The group of the same. */
export const mailGroup = (): number => (process.getuid?.() === 0 ? 8 : userInfo().gid);

/** Dovecot's configuration for one mailbox, `help` (password `himitsu`), in the words of 2.3 or of 2.4. */
export function dovecotConfig(version: string, wish: DovecotWish): string {
  const { home, port, hasTls } = wish;
  const common = `protocols = imap
listen = 127.0.0.1
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
first_valid_uid = 1
mail_max_userip_connections = 50
auth_failure_delay = 0
service anvil {
  ${process.getuid?.() === 0 ? '' : 'chroot ='}
  # Whoever was refused need not wait longer and longer.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
ssl = ${hasTls ? 'required' : 'no'}
service imap-login {
  ${process.getuid?.() === 0 ? '' : 'chroot ='}
  inet_listener imap {
    port = ${hasTls ? 0 : port}
  }
  inet_listener imaps {
    port = ${hasTls ? port : 0}
    ssl = yes
  }
}
${process.getuid?.() === 0 ? '' : ownUser()}`;
  return /^2\.[0-3]\./.test(version) ? common + asOf23(wish) + quota23(wish) : VERSION_24 + common + asOf24(wish) + quota24(wish);
}

/** 2.4 wants to be told first which words it is spoken to in. */
const VERSION_24 = 'dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\n';

/** Without root nobody can become another user: every part runs as the one who started it. */
const ownUser = (): string => {
  const { username } = userInfo();
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  return `default_internal_user = ${username}\ndefault_internal_group = ${group}\ndefault_login_user = ${username}\n`;
};

const asOf23 = ({ home, hasTls }: DovecotWish): string => `disable_plaintext_auth = no
${hasTls ? `ssl_key = <${home}/key.pem\nssl_cert = <${home}/cert.pem` : ''}
mail_location = maildir:${home}/mail/%u
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = static
  args = uid=${mailOwner()} gid=${mailGroup()} home=${home}/mail/%u
}
`;

const asOf24 = ({ home, hasTls }: DovecotWish): string => `auth_allow_cleartext = yes
${hasTls ? `ssl_server_key_file = ${home}/key.pem\nssl_server_cert_file = ${home}/cert.pem` : ''}
mail_driver = maildir
mail_path = ${home}/mail/%{user}
passdb passwd-file {
  passwd_file_path = ${home}/users
}
userdb static {
  fields {
    uid = ${mailOwner()}
    gid = ${mailGroup()}
    home = ${home}/mail/%{user}
  }
}
`;

const quota23 = ({ quotaMb }: DovecotWish): string =>
  quotaMb === undefined
    ? ''
    : `mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=${quotaMb}M
  quota_grace = 0
}
`;

const quota24 = ({ quotaMb }: DovecotWish): string =>
  quotaMb === undefined
    ? ''
    : `mail_plugins {
  quota = yes
}
protocol imap {
  mail_plugins {
    imap_quota = yes
  }
}
quota "User quota" {
}
quota_storage_size = ${quotaMb}M
quota_storage_grace = 0
`;

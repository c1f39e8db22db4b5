import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The noun of an id, as its first three letters: `cnv_…` is a conversation wherever it appears. */
export type IdPrefix =
  | 'wsp'
  | 'ibx'
  | 'agt'
  | 'tem'
  | 'rol'
  | 'key'
  | 'can'
  | 'cwd'
  | 'cus'
  | 'idn'
  | 'thr'
  | 'cnv'
  | 'msg'
  | 'att'
  | 'art'
  | 'fil'
  | 'brd'
  | 'syn'
  | 'imp'
  | 'stp'
  | 'chq'
  | 'flw'
  | 'flr'
  | 'otc'
  | 'sml'
  | 'mcl'
  | 'vec'
  | 'pay'
  | 'awf'
  | 'que'
  | 'cal'
  | 'slp'
  | 'skl'
  | 'ofr'
  | 'sti'
  | 'mrg'
  | 'org'
  | 'atd'
  | 'cnt'
  | 'seg'
  | 'cim'
  | 'bfl'
  | 'srv'
  | 'blk'
  | 'cmg'
  | 'ord'
  | 'shp'
  | 'rtn'
  | 'ctr'
  | 'sho'
  | 'shd'
  | 'spl'
  | 'prc'
  | 'prr'
  | 'apr'
  | 'apv'
  | 'bka'
  | 'tfo'
  | 'mac'
  | 'mrn'
  | 'sid'
  | 'lnk'
  | 'hld'
  | 'sdm'
  | 'ntf'
  | 'psh'
  | 'aur'
  | 'arn'
  | 'adr'
  | 'wsr';

/**
 * A new opaque id: prefix, then 26 Crockford base-32 characters (48 bits of time in ms, 80 random bits), so that ids made later
 * sort later and index pages stay warm. Made here because PostgreSQL before 18 cannot.
 */
export function newId(prefix: IdPrefix, now: number = Date.now()): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i += 1) {
    time = ALPHABET[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let random = '';
  for (const byte of randomBytes(16)) random += ALPHABET[byte & 31];
  return `${prefix}_${time}${random}`;
}

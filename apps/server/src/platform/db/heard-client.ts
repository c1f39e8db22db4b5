import pg from 'pg';

/**
 * A connection that breaks while it is in use says so by an event besides failing its query; an event nobody hears ends the process.
 * The pools of libraries do not listen, so a client of ours hears itself from birth: a restarted PostgreSQL never takes us along.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

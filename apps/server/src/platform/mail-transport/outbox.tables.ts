declare module '../db/tables.ts' {
  interface Tables {
    system_mails: SystemMailsTable;
  }
}

export interface SystemMailsTable {
  workspace_id: string;
  id: string;
  idempotency_key: string;
  sealed: Buffer | null;
  status: string;
  send_before: Date | null;
  failure: string | null;
  created_at: Date;
  done_at: Date | null;
}

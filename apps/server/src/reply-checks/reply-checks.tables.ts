declare module '../platform/db/tables.ts' {
  interface Tables {
    reply_check_settings: ReplyCheckSettingsTable;
    company_words: CompanyWordsTable;
  }
}

export interface ReplyCheckSettingsTable {
  workspace_id: string;
  rules_off: string[];
}

export interface CompanyWordsTable {
  workspace_id: string;
  id: string;
  word: string;
  instead: string;
  remark: string;
  weight: string;
  updated_at: Date;
}

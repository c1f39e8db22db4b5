declare module '../../platform/db/tables.ts' {
  interface Tables {
    embedding_settings: EmbeddingSettingsTable;
  }
}

export interface EmbeddingSettingsTable {
  workspace_id: string;
  url: string;
  model: string;
  key: Buffer | null;
  enabled: boolean;
  time_limit_ms: number;
  price: number | null;
  updated_at: Date;
}

import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    attribute_definitions: AttributeDefinitionsTable;
  }
}

export interface AttributeDefinitionsTable {
  workspace_id: string;
  id: string;
  subject: string;
  key: string;
  label: string;
  kind: string;
  choices: Generated<string[]>;
  place: number;
  label_en: Generated<string>;
  help: Generated<string>;
  help_en: Generated<string>;
  required: Generated<boolean>;
  /** AttributeCondition[], all of which must be true. */
  shown_when: Generated<unknown>;
  required_when: Generated<unknown>;
}

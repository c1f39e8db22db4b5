import { fact } from '../../platform/event-log/fact.ts';

export const textFolderCreated = fact('text_folder.created', 1)<{ folderId: string; name: string }>();
export const textFolderRenamed = fact('text_folder.renamed', 1)<{ folderId: string; name: string }>();
export const textFolderRemoved = fact('text_folder.removed', 1)<{ folderId: string; name: string }>();

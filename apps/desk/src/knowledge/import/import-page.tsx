import { applyArticleImport, type ImportPreview, previewArticleImport } from '@madoguchi/contract/knowledge.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NoPermission } from '../../admin/no-permission.tsx';
import { call, upload } from '../../app/client.ts';
import { useCan } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { keys } from '../knowledge.queries.ts';
import { KnowledgeFrame } from '../knowledge-frame.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportResult } from './import-result.tsx';
import { PreviewStep } from './preview-step.tsx';

/** From files to articles in three steps: choose it, see what it would change, carry it out. Nothing is written before the last. */
export function ImportPage() {
  const mayImport = useCan('import.run');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const reading = useMutation({
    mutationFn: (files: File[]) => upload(previewArticleImport, files),
    meta: { quiet: true },
    onSuccess: setPreview,
  });
  const applying = useMutation({
    mutationFn: ({ id, publish }: { id: string; publish: boolean }) => call(applyArticleImport, { params: { id }, body: { publish } }),
    meta: { quiet: true },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.all }),
  });
  const startAgain = () => {
    setPreview(null);
    reading.reset();
    applying.reset();
  };
  return (
    <KnowledgeFrame tab="import">
      {!mayImport ? (
        <NoPermission />
      ) : applying.data && preview ? (
        <ImportResult result={applying.data} preview={preview} published={applying.variables.publish} onAgain={startAgain} />
      ) : preview ? (
        <PreviewStep
          preview={preview}
          applying={applying.isPending}
          error={applying.error}
          onApply={(publish) => applying.mutate({ id: preview.id, publish })}
          onBack={startAgain}
        />
      ) : (
        <ChooseFile
          reading={
            reading.isPending
              ? reading.variables
                  .map(({ name }) => name)
                  .slice(0, 3)
                  .join(', ')
              : null
          }
          error={reading.error}
          onFiles={(files) => reading.mutate(files)}
        />
      )}
    </KnowledgeFrame>
  );
}

import { attachmentsPerMessage, limitWords } from '../state/files.ts';
import { Icon } from './icons.tsx';
import type { Screen } from './screen.ts';
import { Tool } from './tool.tsx';

/** The files that go with the next message, each with how far it is. */
export function Tray({ state: { uploads, refusedFile, known }, chat, t }: Screen) {
  if (!known || !(uploads.length || refusedFile)) return null;
  return (
    <div class="tray">
      {uploads.map((item) => (
        <div key={item.file} class="box file">
          {item.preview ? <img src={item.preview} alt="" /> : <Icon name="file" />}
          <span class="grow">
            <span class="clip">{item.file.name}</span>
            {item.failed ? (
              <span class="wrong">
                {t('file_failed')}{' '}
                <button type="button" class="link" onClick={() => chat.uploads.retry(item)}>
                  {t('reconnect')}
                </button>
              </span>
            ) : (
              !item.attachment && <progress aria-label={item.file.name} value={item.share} />
            )}
          </span>
          <Tool icon="close" label={t('file_remove', { name: item.file.name })} onClick={() => chat.uploads.remove(item)} />
        </div>
      ))}
      <p class={refusedFile ? 'wrong' : 'fine'} role={refusedFile ? 'alert' : undefined}>
        {refusedFile || t('attach_limits', { ...limitWords(known.limits, t), count: attachmentsPerMessage })}
      </p>
    </div>
  );
}

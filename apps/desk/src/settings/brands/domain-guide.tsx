import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import css from './brands-section.module.css';

type Props = {
  /** As it is typed. */
  host: string;
  /** The address to check, once the domain is saved. */
  savedAt: string | null;
};

const bare = (typed: string): string => typed.replace(/^[a-z]+:\/\//i, '').replace(/[/:?#].*$/, '');
const proxySnippet = (host: string): string => `${host} {\n  reverse_proxy 127.0.0.1:${location.port || '3000'}\n}`;

/** What is to be done outside of this product so that a domain leads here. */
export function DomainGuide({ host, savedAt }: Props) {
  const t = useAdminWords();
  const domain = bare(host);
  const record = [
    [t('brand.domain_type'), 'CNAME'],
    [t('brand.domain_name'), domain],
    [t('brand.domain_value'), location.hostname],
  ];
  return (
    <ol className={css.guide}>
      <li>
        <strong>{t('brand.domain_step_dns')}</strong>
        <p className="prose">{t('brand.domain_dns')}</p>
        <dl className={css.record} aria-label={t('brand.domain_record')}>
          {record.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </li>
      <li>
        <strong>{t('brand.domain_step_proxy')}</strong>
        <p className="prose">{t('brand.domain_proxy')}</p>
        <CopyField value={proxySnippet(domain)} label={t('brand.domain_snippet')} lines="code" />
      </li>
      {savedAt && (
        <li>
          <strong>{t('brand.domain_step_open')}</strong>
          <p>
            <a href={savedAt} target="_blank" rel="noreferrer">
              {t('brand.check_domain', { address: savedAt })}
            </a>
          </p>
        </li>
      )}
    </ol>
  );
}

import { Navigate, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useGuardUnsaved } from '../admin/form.ts';
import forms from '../admin/forms.module.css';
import { NoPermission } from '../admin/no-permission.tsx';
import { usePhone } from '../admin/use-phone.ts';
import { useMe } from '../app/me.ts';
import { NotFound } from '../app/not-found.tsx';
import { Page } from '../ui/page.tsx';
import { AccountSection } from './account/account-section.tsx';
import { AgentsSection } from './agents/agents-section.tsx';
import { ApiKeysSection } from './api-keys/api-keys-section.tsx';
import { ApprovalsSection } from './approvals/approvals-section.tsx';
import { AuditSection } from './audit/audit-section.tsx';
import { AutomationSection } from './automation/automation-section.tsx';
import { BotSection } from './bot/bot-section.tsx';
import { BrandsSection } from './brands/brands-section.tsx';
import { CannedSection } from './canned/canned-section.tsx';
import { ConfigurationSection } from './configuration/configuration-section.tsx';
import { CustomersSection } from './customers/customers-section.tsx';
import { FieldsSection } from './fields/fields-section.tsx';
import { HealthSection } from './health/health-section.tsx';
import { HoursSection } from './hours/hours-section.tsx';
import { InboxesSection } from './inboxes/inboxes-section.tsx';
import { MacrosSection } from './macros/macros-section.tsx';
import { MailSection } from './mail/mail-section.tsx';
import { ModelsSection } from './models/models-section.tsx';
import { NotificationsSection } from './notifications/notifications-section.tsx';
import { PresenceSection } from './presence/presence-section.tsx';
import { ProceduresSection } from './procedures/procedures-section.tsx';
import { PromisesSection } from './promises/promises-section.tsx';
import { QueuesSection } from './queues/queues-section.tsx';
import { ReplyChecksSection } from './reply-checks/reply-checks-section.tsx';
import { RetentionSection } from './retention/retention-section.tsx';
import { RolesSection } from './roles/roles-section.tsx';
import { SectionBack } from './section-back.tsx';
import { openSections, placeOf, type SectionPath } from './sections.ts';
import { SettingsMenu } from './settings-menu.tsx';
import css from './settings-page.module.css';
import { ShopsSection } from './shops/shops-section.tsx';
import { SingleSignOnSection } from './single-sign-on/single-sign-on-section.tsx';
import { SkillsSection } from './skills/skills-section.tsx';
import { SpamSection } from './spam/spam-section.tsx';
import { SurveysSection } from './surveys/surveys-section.tsx';
import { TeamsSection } from './teams/teams-section.tsx';
import { WorkspaceSection } from './workspace/workspace-section.tsx';

const screens: Record<SectionPath, ComponentType<{ rest: string | null }>> = {
  workspace: WorkspaceSection,
  brands: BrandsSection,
  hours: HoursSection,
  promises: PromisesSection,
  inboxes: InboxesSection,
  'channel-health': HealthSection,
  spam: SpamSection,
  agents: AgentsSection,
  teams: TeamsSection,
  roles: RolesSection,
  queues: QueuesSection,
  automation: AutomationSection,
  skills: SkillsSection,
  presence: PresenceSection,
  customers: CustomersSection,
  shops: ShopsSection,
  canned: CannedSection,
  macros: MacrosSection,
  fields: FieldsSection,
  procedures: ProceduresSection,
  approvals: ApprovalsSection,
  'reply-checks': ReplyChecksSection,
  bot: BotSection,
  surveys: SurveysSection,
  models: ModelsSection,
  mail: MailSection,
  'api-keys': ApiKeysSection,
  'single-sign-on': SingleSignOnSection,
  retention: RetentionSection,
  configuration: ConfigurationSection,
  audit: AuditSection,
  notifications: NotificationsSection,
  account: AccountSection,
};

/** /settings/<section>: a menu beside the section; on a phone first the menu, then the section. */
export function SettingsPage() {
  const t = useAdminWords();
  useGuardUnsaved();
  const { permissions } = useMe();
  const phone = usePhone();
  const { _splat: splat = '' } = useParams({ strict: false });
  const { section, rest } = placeOf(splat);
  const open = openSections(permissions);

  if (splat !== '' && !section) return <NotFound />;
  if (!section && !phone) return <Navigate to="/settings/$" params={{ _splat: open[0]?.path ?? 'account' }} replace />;
  if (!section) {
    return (
      <Page title={t('settings.title')}>
        <SettingsMenu open={open} current={null} />
      </Page>
    );
  }
  const Screen = screens[section.path];
  return (
    <Page
      title={phone || rest ? t(section.word) : t('settings.title')}
      back={phone || rest ? <SectionBack to={rest ? section.path : ''} /> : undefined}
      width={1344}
    >
      <div className={css.columns}>
        {!phone && <SettingsMenu open={open} current={section.path} />}
        <div className={`${forms.forms} ${css.section}`}>
          {open.includes(section) ? (
            <>
              {!rest && (
                <header className={css.head}>
                  {!phone && <h2 className={css.title}>{t(section.word)}</h2>}
                  <p className={`${css.text} prose`}>{t(section.text)}</p>
                </header>
              )}
              <Screen rest={rest} />
            </>
          ) : (
            <NoPermission />
          )}
        </div>
      </div>
    </Page>
  );
}

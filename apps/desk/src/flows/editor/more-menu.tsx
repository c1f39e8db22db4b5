import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopy,
  IconDots,
  IconHistory,
  IconRotate,
  IconRouteOff,
} from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { type Status, useDuplicateFlow, useSetFlowStatus } from '../flows.mutations.ts';
import type { FlowEditor } from './use-flow-editor.ts';

const icon = { size: 16, stroke: 1.6 };

type Props = { editor: FlowEditor; mayWrite: boolean; onVersions: () => void };

export function MoreMenu({ editor, mayWrite, onVersions }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const setStatus = useSetFlowStatus();
  const duplicate = useDuplicateFlow();
  const { flow } = editor;
  const change = (to: Status) => () => setStatus.mutate({ id: flow.id, from: flow.status, to });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={phone ? 44 : 36} aria-label={t('flows.more')}>
          <IconDots size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {phone && mayWrite && (
          <>
            <Menu.Item
              leftSection={<IconArrowBackUp {...icon} />}
              disabled={!editor.canUndo}
              closeMenuOnClick={false}
              onClick={editor.undo}
            >
              {t('flows.undo')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowForwardUp {...icon} />}
              disabled={!editor.canRedo}
              closeMenuOnClick={false}
              onClick={editor.redo}
            >
              {t('flows.redo')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconHistory {...icon} />} onClick={onVersions}>
          {t('flows.versions')}
        </Menu.Item>
        {mayWrite && (
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicate.mutate(flow.id)}>
            {t('flows.duplicate')}
          </Menu.Item>
        )}
        {mayWrite && flow.status === 'published' && (
          <Menu.Item leftSection={<IconRouteOff {...icon} />} onClick={change('draft')}>
            {t('flows.take_back')}
          </Menu.Item>
        )}
        {mayWrite &&
          (flow.status === 'archived' ? (
            <Menu.Item leftSection={<IconRotate {...icon} />} onClick={change('draft')}>
              {t('flows.unarchive')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={change('archived')}>
              {t('flows.archive')}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

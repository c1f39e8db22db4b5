import { useQuery } from '@tanstack/react-query';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { AttributeList } from '../customers/attribute-list.tsx';
import { Loaded } from '../loaded.tsx';

/** What the company wants to know of every conversation. */
export function FieldsSection() {
  const attributes = useQuery({ ...attributesQuery, staleTime: 0 });
  return (
    <Loaded query={attributes} height={240}>
      {({ items }) => <AttributeList subject="conversation" attributes={items.filter(({ subject }) => subject === 'conversation')} />}
    </Loaded>
  );
}

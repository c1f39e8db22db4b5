import type { JSX } from 'preact';

const Icon = ({ d }: { d: string }): JSX.Element => (
  <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={d} />
  </svg>
);

export const SearchIcon = () => <Icon d="M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.300 15.300 20 20" />;
export const ChevronIcon = () => <Icon d="m9 6 6 6-6 6" />;
export const ChatIcon = () => <Icon d="M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z" />;
export const MailIcon = () => (
  <Icon d="M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm-.500 1.500L12 13l8.500-6.500" />
);
export const CheckIcon = () => <Icon d="m5 12.500 4.500 4.500L19 7.500" />;
export const ClipIcon = () => (
  <Icon d="M19 11.500 12 18.500a4.500 4.500 0 0 1-6.400-6.400l7.500-7.500a3 3 0 0 1 4.300 4.300l-7.300 7.200a1.500 1.500 0 0 1-2.100-2.100L14.500 7.500" />
);

import { ActionIcon, type ActionIconProps, Button, type ButtonProps, Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style' | 'color'>;

/** Links that look like buttons: typed by the router, opened in a new tab like any link. */
export const LinkButton = createLink((props: ButtonProps & Anchor) => <Button component="a" {...props} />);
export const LinkIcon = createLink((props: ActionIconProps & Anchor) => <ActionIcon component="a" {...props} />);
export const LinkItem = createLink((props: MenuItemProps & Anchor) => <Menu.Item component="a" {...props} />);

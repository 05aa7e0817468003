import { render, screen } from '@testing-library/react';
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { IssueTree } from './issue-tree';

const text = (value: string) => ({ type: 'text' as const, value });

it('draws names and values apart, and what a customer wrote as text only', () => {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'list',
        children: [
          {
            type: 'listItem',
            children: [
              {
                type: 'paragraph',
                children: [{ type: 'strong', children: [text('Where')] }, text(' /reports')],
              },
            ],
          },
        ],
      },
      { type: 'paragraph', children: [text('<img src=x onerror=alert(1)> @everyone')] },
      { type: 'html', value: '<script>alert(2)</script>' },
    ],
  };
  const { container } = render(<IssueTree tree={tree} />);
  expect(screen.getByText('Where')).toBeInTheDocument();
  expect(screen.getByText('/reports')).toBeInTheDocument();
  expect(screen.getByText('<img src=x onerror=alert(1)> @everyone')).toBeInTheDocument();
  expect(container.querySelector('img, script')).toBeNull();
});

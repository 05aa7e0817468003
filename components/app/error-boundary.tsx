import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Another value (e.g. another ticket) starts over. */
  readonly resetKey: string;
}

/** A screen that fails says so and offers the way on; drafts lie in the store and are not touched. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean; message: string }> {
  override state = { failed: false, message: '' };

  static getDerivedStateFromError(error: unknown) {
    return {
      failed: true,
      message: error instanceof Error && error.name === 'NewerDataError' ? error.message : '',
    };
  }

  override componentDidUpdate(previous: ErrorBoundaryProps) {
    if (previous.resetKey !== this.props.resetKey && this.state.failed) this.setState({ failed: false });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <EmptyState
          icon={<TriangleAlert size={20} />}
          title="This screen stopped working"
          actions={<Button onClick={() => this.setState({ failed: false })}>Show it again</Button>}
        >
          {this.state.message || 'What you wrote is saved. Show the screen again, or reload the panel.'}
        </EmptyState>
      </div>
    );
  }
}

import { mount } from '@/components/app/mount';
import { PendingPopup } from '@/components/pending/pending-popup';

mount(<PendingPopup />);

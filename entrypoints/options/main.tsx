import { mount } from '@/components/app/mount';
import { SettingsPage } from '@/components/settings/settings-page';

mount(<SettingsPage />);

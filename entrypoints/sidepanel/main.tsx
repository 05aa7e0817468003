import { mount } from '@/components/app/mount';
import { Panel } from '@/components/app/panel';

mount(<Panel />);

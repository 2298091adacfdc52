import { testEveryScreen } from '@tests/support/every-screen';

testEveryScreen({ width: 1440, height: 1000, theme: 'light', language: 'fr' });

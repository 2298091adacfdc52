import { testEveryScreen } from '@tests/support/every-screen';

testEveryScreen({ width: 390, height: 844, theme: 'dark', language: 'en' });

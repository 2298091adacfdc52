import type { EndpointPresetId } from '@core/endpoint/endpoint-presets';
import { useWords } from '@language/use-words';
import { useOpenScreen } from '@session/use-url';
import { Button } from '@view/ui/Button';
import styles from './deep-response.module.css';

const presets = ['sustained-deep', 'mmr-loss', 'mr4-loss'] as const satisfies readonly EndpointPresetId[];

/** The way to the cumulative incidences that belong to a deep response: until it is sustained, until it is lost. */
export function ResponseEndpoints() {
  const { say } = useWords();
  return (
    <section className={styles.endpoints} aria-label={say('depth.endpoints')}>
      <p>{say('depth.endpointsNote')}</p>
      {presets.map((preset) => (
        <EndpointButton key={preset} preset={preset} label={say(`survival.preset.${preset}`)} />
      ))}
    </section>
  );
}

function EndpointButton({ preset, label }: { readonly preset: EndpointPresetId; readonly label: string }) {
  const open = useOpenScreen('/survival', { endpoint: preset, show: 'incidence' });
  return <Button onPress={open}>{label}</Button>;
}

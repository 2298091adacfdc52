import { EndpointScreen } from './EndpointScreen';

export const SurvivalView = () => <EndpointScreen mark="survival" horizonMonths={360} />;

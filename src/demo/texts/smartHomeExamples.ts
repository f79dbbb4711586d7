import type { LabelledTexts } from "./labelledTexts";
import { billingExamples } from "./smartHome/billingExamples";
import { cameraExamples } from "./smartHome/cameraExamples";
import { damagedExamples } from "./smartHome/damagedExamples";
import { deliveryExamples } from "./smartHome/deliveryExamples";
import { hubExamples } from "./smartHome/hubExamples";
import { installationExamples } from "./smartHome/installationExamples";
import { lightsExamples } from "./smartHome/lightsExamples";
import { lockExamples } from "./smartHome/lockExamples";
import { orderChangeExamples } from "./smartHome/orderChangeExamples";
import { returnsExamples } from "./smartHome/returnsExamples";
import { thermostatExamples } from "./smartHome/thermostatExamples";
import { warrantyExamples } from "./smartHome/warrantyExamples";

/** What customers of Lumen Home may write, by the key of the category that each belongs to; none of it is anybody's conversation. */
export const smartHomeExamples: LabelledTexts = {
  billing: billingExamples,
  camera: cameraExamples,
  damaged: damagedExamples,
  delivery: deliveryExamples,
  hub: hubExamples,
  installation: installationExamples,
  lights: lightsExamples,
  lock: lockExamples,
  order_change: orderChangeExamples,
  returns: returnsExamples,
  thermostat: thermostatExamples,
  warranty: warrantyExamples,
};

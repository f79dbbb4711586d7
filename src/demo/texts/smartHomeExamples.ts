import type { LabelledTexts } from "./scenario";
import { billingExamples } from "./smartHome/examples/billingExamples";
import { cameraExamples } from "./smartHome/examples/cameraExamples";
import { damagedExamples } from "./smartHome/examples/damagedExamples";
import { deliveryExamples } from "./smartHome/examples/deliveryExamples";
import { hubExamples } from "./smartHome/examples/hubExamples";
import { installationExamples } from "./smartHome/examples/installationExamples";
import { lightsExamples } from "./smartHome/examples/lightsExamples";
import { lockExamples } from "./smartHome/examples/lockExamples";
import { orderChangeExamples } from "./smartHome/examples/orderChangeExamples";
import { returnsExamples } from "./smartHome/examples/returnsExamples";
import { thermostatExamples } from "./smartHome/examples/thermostatExamples";
import { warrantyExamples } from "./smartHome/examples/warrantyExamples";

/** Labelled examples of Lumen Home by the key of their category. None occurs in a conversation of the demo. */
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

/** Discriminatory processor sharing: one server, shared by all present in proportion to the weights of their classes. Exponential service. */

/** A class: arrival rate [1/s], mean service time [s], weight. */
export interface WeightedClass {
  readonly arrivalRate: number;
  readonly service: number;
  readonly weight: number;
}

/**
 * Mean response times of two classes in closed form. Source: Fayolle, Mitrani, Iasnogorodski, Sharing a processor among many job classes,
 * J. ACM 27(3), 1980; in the form of Altman, Avrachenkov, Ayesta, A survey on discriminatory processor sharing, Queueing Systems 53, 2006.
 */
export function twoSharingClasses(first: WeightedClass, second: WeightedClass): [number, number] {
  const [rho1, rho2] = [first, second].map(({ arrivalRate, service }) => arrivalRate * service);
  const [mu1, mu2] = [1 / first.service, 1 / second.service];
  const [g1, g2] = [first.weight, second.weight];
  const divisor = mu1 * g1 * (1 - rho1) + mu2 * g2 * (1 - rho2);
  const free = 1 - rho1 - rho2;
  return [
    (first.service / free) * (1 + (mu1 * rho2 * (g2 - g1)) / divisor),
    (second.service / free) * (1 + (mu2 * rho1 * (g1 - g2)) / divisor),
  ];
}

/**
 * Mean response times of any number of classes: the solution of the linear equations
 * W_k = s_k + sum over j of arrivalRate_j g_j (W_k + W_j) / (mu_j g_j + mu_k g_k). Source: the same, theorem for exponential service.
 */
export function sharingClasses(classes: readonly WeightedClass[]): number[] {
  const matrix = classes.map((own, k) => {
    const row = classes.map(() => 0);
    row[k] = 1;
    classes.forEach((other, j) => {
      const each = (other.arrivalRate * other.weight) / (other.weight / other.service + own.weight / own.service);
      row[k] -= each;
      row[j] -= each;
    });
    return row;
  });
  return solve(
    matrix,
    classes.map(({ service }) => service),
  );
}

/** x with matrix x = right, by Gauss-Jordan elimination with row exchanges. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]]);
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let k = column + 1; k < rows.length; k++) if (Math.abs(rows[k][column]) > Math.abs(rows[pivot][column])) pivot = k;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let k = 0; k < rows.length; k++) {
      if (k === column) continue;
      const factor = rows[k][column] / rows[column][column];
      for (let j = column; j <= rows.length; j++) rows[k][j] -= factor * rows[column][j];
    }
  }
  return rows.map((row, k) => row[rows.length] / row[k]);
}

// style: JavaScript without types, a class with getters, the derivative expanded to 4w + 12b + 3, the inverse slope as a factor
class Graph {
	constructor(w, b, target) {
		this.w = w;
		this.b = b;
		this.target = target;
	}
	get x() {
		return 2 * this.w + 3 * this.b;
	}
	get y() {
		return this.b + this.b + 1;
	}
	get z() {
		return this.x * this.y;
	}
	get deltaZ() {
		return this.z - this.target;
	}
	get factor() {
		return 4 * this.w + 12 * this.b + 3;
	}
	snapshot() {
		const { b, x, y, z, deltaZ, factor } = this;
		return { b, x, y, z, deltaZ, factor };
	}
	update() {
		this.b += -this.deltaZ * (1 / this.factor);
	}
}

export function solveB(w, b, target, error, maxUpdates) {
	const graph = new Graph(w, b, target);
	const steps = [graph.snapshot()];
	let updates = 0;
	for (; updates < maxUpdates; updates++) {
		if (Math.abs(graph.deltaZ) < error) break;
		if (graph.factor === 0) break;
		graph.update();
		steps.push(graph.snapshot());
	}
	return { b: graph.b, z: graph.z, updates, converged: Math.abs(graph.deltaZ) < error, steps };
}

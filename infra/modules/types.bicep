// What is handed to more than one module.

@export()
type resourceTags = {
  application: string
  environment: string
}

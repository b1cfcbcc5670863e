// The properties of SurveyJS that we know, by type of element. Three lists: what only changes the look there and needs no
// care here, what our own checker computes, and what the light form shows. Anything else is reported by name and left to
// SurveyJS (its model on the server, its renderer in the browser): never ignored, an ignored condition stores wrong answers.

const words = (text: string) => text.trim().split(/\s+/)

/** Properties that only change the look in SurveyJS' own renderer, or that we have no use for. */
export const looks = new Set(
  words(`width minWidth maxWidth colSpan effectiveColSpan startWithNewLine indent innerIndent titleLocation showTitle descriptionLocation
  showNumber hideNumber errorLocation state useDisplayValuesInDynamicTexts commentPlaceholder colCount itemComponent
  separateSpecialChoices allowClear searchEnabled searchMode textWrapEnabled inputSize textUpdateMode autocomplete autoGrow
  allowResize acceptCarriageReturn cols showHeader verticalAlign alternateRows displayMode rowTitleWidth columnMinWidth
  rateType scaleColorMode rateColorMode displayRateDescriptionsAsExtremeItems rateDescriptionLocation swapOrder label
  useTitleAsLabel closeOnSelect hideSelectedItems inputTextAlignment itemErrorLocation itemTitleWidth dataList otherPlaceholder
  otherErrorText questionTitleWidth questionTitleLocation gridLayoutColumns questionErrorLocation showQuestionNumbers
  navigationTitle navigationDescription showNavigationButtons page correctAnswer longTap selectToRankAreasLayout
  selectToRankSwapAreas selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText contentMode imageFit imageHeight
  imageWidth minImageWidth minImageHeight maxImageWidth maxImageHeight showLabel choicesOrder placeholder
  columnLayout transposeData cellErrorLocation horizontalScroll singleInputTitleTemplate allowAdaptiveActions columnColCount
  useGrouping precision questionStartIndex commentText cellHint showInMultipleColumns totalFormat totalDisplayStyle totalAlignment
  totalCurrency totalMaximumFractionDigits totalMinimumFractionDigits totalText rowOrder questionOrder
  templateTabTitle tabTitlePlaceholder noEntriesText newPanelPosition panelsState confirmDelete confirmDeleteText prevPanelText
  nextPanelText renderMode showProgressBar progressBarLocation tabAlign templateQuestionTitleLocation templateQuestionTitleWidth
  templateErrorLocation removePanelButtonLocation addPanelText removePanelText templateTitle templateDescription keyDuplicationError
  addRowText removeRowText addRowButtonLocation noRowsText hideColumnsIfEmpty allowRowReorder altText imageLink randomize
  randomizeCategory minErrorText maxErrorText stepErrorText selectAllText showSelectAllItem autoGenerate defaultDisplayValue
  choicesLazyLoadEnabled choicesLazyLoadPageSize inputFieldComponent cells rowTitle audio image`),
)

/** Properties of the whole survey without a bearing on what is stored. */
export const surveyLooks = new Set(
  words(`locale title description pages $schema showQuestionNumbers showProgressBar progressBarLocation progressBarType
  questionTitleLocation questionDescriptionLocation questionErrorLocation showTitle showPageTitles showPageNumbers
  widthMode width fitToContainer logo logoPosition logoWidth logoHeight logoFit completeText pagePrevText pageNextText startSurveyText
  previewText editText completedHtml completedBeforeHtml completedHtmlOnCondition loadingHtml requiredMark autoFocusFirstQuestion
  autoFocusFirstError autoGrowComment allowResizeComment commentAreaRows checkErrorsMode textUpdateMode gridLayoutEnabled headerView
  showNavigationButtons navigationButtonsLocation showPrevButton showCompletePage showTOC tocLocation tocItemComponent
  questionsOnPageMode validateVisitedEmptyFields sjsVersion calculatedValues triggers maxTextLength maxCommentLength
  questionOrder questionStartIndex questionTitlePattern questionTitleTemplate showPreviewBeforeComplete previewMode
  autoAdvanceEnabled autoAdvanceAllowComplete backgroundImage backgroundImageFit backgroundImageAttachment backgroundOpacity
  showBrandInfo progressBarShowNavigationText progressBarShowPageNumbers progressBarNavigationTextLocation
  progressBarInheritWidthFrom matrixDragHandleArea showTimer timerLocation timerInfoMode showTimerPanel timeLimit timeLimitPerPage
  surveyShowDataSaving isSinglePage storeDataAsText`),
)

const base =
  'type name title description visible visibleIf enableIf isRequired requiredIf requiredErrorText validators showCommentArea commentText defaultValue readOnly'
const special =
  'choices showOtherItem showNoneItem showDontKnowItem showRefuseItem otherText noneText dontKnowText refuseText'
const container = 'type name title description visible visibleIf enableIf elements'

/** What our own checker computes, by type. */
export const checked = byType({
  page: container,
  panel: container,
  html: 'type name visible visibleIf enableIf html',
  image: 'type name visible visibleIf enableIf title description',
  radiogroup: `${base} ${special}`,
  dropdown: `${base} ${special} choicesMin choicesMax choicesStep`,
  checkbox: `${base} ${special} minSelectedChoices maxSelectedChoices`,
  tagbox: `${base} ${special} minSelectedChoices maxSelectedChoices`,
  imagepicker: `${base} choices multiSelect`,
  ranking: `${base} choices selectToRankEnabled minSelectedChoices maxSelectedChoices`,
  rating: `${base} rateCount rateValues rateMin rateMax rateStep minRateDescription maxRateDescription`,
  boolean: `${base} labelTrue labelFalse valueTrue valueFalse`,
  text: `${base} inputType maxLength min max step`,
  comment: `${base} maxLength rows`,
  matrix: `${base} rows columns eachRowRequired eachRowUnique cellType`,
  multipletext: `${base} items`,
})

const behaviour =
  'valueName resetValueIf setValueIf setValueExpression defaultValue defaultValueExpression clearIfInvisible readOnly bindings'
const choosing = `${special} choicesFromQuestion choicesFromQuestionMode choiceValuesFromQuestion choiceTextsFromQuestion
  hideIfChoicesEmpty choicesVisibleIf choicesEnableIf storeOthersAsComment`
const several = 'minSelectedChoices maxSelectedChoices'
const all = `${base} ${behaviour}`
const table = `${all} rows columns choices cellType columnsVisibleIf rowsVisibleIf hideIfRowsEmpty totalText`

/** What the light form shows, by type: with survey-core on the server for whatever depends on the answers. */
export const shown = byType({
  page: `${container} readOnly requiredIf isRequired requiredErrorText timeLimit`,
  panel: `${container} readOnly requiredIf isRequired requiredErrorText`,
  html: `${all} html`,
  image: all,
  radiogroup: `${all} ${choosing}`,
  dropdown: `${all} ${choosing} choicesMin choicesMax choicesStep`,
  checkbox: `${all} ${choosing} ${several}`,
  tagbox: `${all} ${choosing} ${several}`,
  imagepicker: `${all} ${choosing} multiSelect`,
  ranking: `${all} ${choosing} ${several} selectToRankEnabled`,
  rating: `${all} rateCount rateValues rateMin rateMax rateStep minRateDescription maxRateDescription`,
  boolean: `${all} labelTrue labelFalse valueTrue valueFalse`,
  text: `${all} inputType maxLength min max step minValueExpression maxValueExpression`,
  comment: `${all} maxLength rows`,
  matrix: `${all} rows columns eachRowRequired eachRowUnique columnsVisibleIf rowsVisibleIf hideIfRowsEmpty cellType`,
  multipletext: `${all} items`,
  expression: `${all} expression format displayStyle currency maximumFractionDigits minimumFractionDigits`,
  matrixdropdown: table,
  paneldynamic: `${all} templateElements templateVisibleIf allowAddPanel allowRemovePanel panelCount minPanelCount maxPanelCount
    defaultPanelValue copyDefaultValueFromLastEntry keyName`,
})

function byType(lists: Record<string, string>): Map<string, Set<string>> {
  return new Map(Object.entries(lists).map(([type, names]) => [type, new Set(words(names))]))
}
